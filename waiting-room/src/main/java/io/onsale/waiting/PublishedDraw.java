package io.onsale.waiting;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is published of a draw, without the roster's leaves.
 *
 * @param phase what the room is said to be about
 * @param beaconValue what the round of the beacon said, in hex digits
 * @param root from the freeze on, as is {@code size}
 * @param seed from the draw on, as is {@code orderHash}
 */
public record PublishedDraw(
        String eventId,
        RoomPhase phase,
        DrawTerms terms,
        Hash commitment,
        Optional<String> beaconValue,
        Optional<Hash> root,
        OptionalInt size,
        Optional<Hash> seed,
        Optional<Hash> orderHash) {

    /** The only way to draw so far, by the name it is published under. */
    public static final String ALGORITHM = "onsale-draw-1";

    public PublishedDraw {
        beaconValue.ifPresent(hex -> HexFormat.of().parseHex(hex));
    }

    /** What goes into every lot for the beacon; nothing where there is none or it is not known yet. */
    byte[] beaconBytes() {
        return beaconValue.map(hex -> HexFormat.of().parseHex(hex)).orElse(new byte[0]);
    }
}
