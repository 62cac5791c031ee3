package io.onsale.edge.queue;

import java.util.HashMap;
import java.util.Map;

/** Who downloads something large at the moment: some at once, and few of them from one address. */
final class Downloads {
    private static final int AT_ONCE = 16;
    private static final int FROM_ONE_ADDRESS = 2;

    private final Map<String, Integer> byAddress = new HashMap<>();
    private int all;

    /** Whether one more from an address may begin; if so it has to end. */
    synchronized boolean begin(String address) {
        if (all >= AT_ONCE || byAddress.getOrDefault(address, 0) >= FROM_ONE_ADDRESS) {
            return false;
        }
        all++;
        byAddress.merge(address, 1, Integer::sum);
        return true;
    }

    synchronized void end(String address) {
        all--;
        byAddress.computeIfPresent(address, (same, count) -> count > 1 ? count - 1 : null);
    }
}
