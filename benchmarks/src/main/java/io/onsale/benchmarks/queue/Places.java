package io.onsale.benchmarks.queue;

import java.util.Arrays;

/** Which fan has which place; of a million of them too. */
final class Places {

    private static final int NONE = -1;

    private final int[] byFan;

    Places(int fans) {
        byFan = new int[fans];
        Arrays.fill(byFan, NONE);
    }

    void given(int fan, int sequence) {
        byFan[fan] = sequence;
    }

    int of(int fan) {
        return byFan[fan];
    }

    boolean has(int fan) {
        return byFan[fan] != NONE;
    }

    int count() {
        return byFan.length;
    }
}
