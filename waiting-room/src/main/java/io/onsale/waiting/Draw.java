package io.onsale.waiting;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The draw of a roster's order: by score, and among equals by a hash that nobody could know before the seed, the roster and the beacon were fixed.
 *
 * <p>Not for use by several threads.
 */
public final class Draw {

    private static final String SEED = "onsale-draw-seed-1";
    private static final String ORDER = "onsale-draw-order-1";

    private final Sha256 sha256 = new Sha256();

    /** What stands in front of every leaf's hash. */
    private final byte[] prefix;

    /**
     * @param root of the whole roster, even if only some of it is to be put in order
     * @param beacon what the beacon said; empty where there is none
     */
    public Draw(Hash seed, Hash root, byte[] beacon) {
        byte[] order = ORDER.getBytes(StandardCharsets.UTF_8);
        prefix = Arrays.copyOf(order, order.length + 2 * Hash.BYTES + beacon.length);
        System.arraycopy(seed.shared(), 0, prefix, order.length, Hash.BYTES);
        System.arraycopy(root.shared(), 0, prefix, order.length + Hash.BYTES, Hash.BYTES);
        System.arraycopy(beacon, 0, prefix, order.length + 2 * Hash.BYTES, beacon.length);
    }

    /** What is published before anybody joins, and binds the seed. */
    public static Hash commitment(String eventId, Hash seed) {
        return new Sha256().update(SEED).update(eventId).update(seed.shared()).end();
    }

    /** The order of a roster, or of a part of one: relative to each other the same ones always stand the same. */
    public DrawnOrder order(Roster roster) {
        byte[] lots = new byte[roster.size() * Hash.BYTES];
        for (int index = 0; index < roster.size(); index++) {
            int at = index * Hash.BYTES;
            sha256.update(prefix).update(roster.hashes(), at, Hash.BYTES).end(lots, at);
        }
        return new DrawnOrder(roster, LotSort.order(roster.scores(), lots));
    }
}
