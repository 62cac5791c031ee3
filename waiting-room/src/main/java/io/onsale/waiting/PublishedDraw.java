package io.onsale.waiting;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is published of a draw, without the roster's leaves.
 *
 * @param drawsAt when the sale begins, up to which seconds of earliness count
 * @param beacon none where the order follows from the seed and the roster alone
 * @param root from the freeze on, as is {@code size}
 * @param seed from the draw on, as is {@code orderHash}
 */
public record PublishedDraw(
        String eventId,
        Instant drawsAt,
        Policy policy,
        Hash commitment,
        Optional<Beacon> beacon,
        Optional<Hash> root,
        OptionalInt size,
        Optional<Hash> seed,
        Optional<Hash> orderHash) {

    /** The only way to draw so far, by the name it is published under. */
    public static final String ALGORITHM = "onsale-draw-1";

    /** A public source of randomness, and a round of it. */
    public record Beacon(String source, long round, Optional<String> value) {

        public Beacon {
            value.ifPresent(hex -> HexFormat.of().parseHex(hex));
        }
    }

    /** What goes into every lot for the beacon; nothing where there is none or it is not known yet. */
    byte[] beaconValue() {
        return beacon.flatMap(Beacon::value)
                .map(hex -> HexFormat.of().parseHex(hex))
                .orElse(new byte[0]);
    }
}
