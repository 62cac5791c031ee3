package io.onsale.topologies.admission;

import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.Join;
import io.onsale.schemas.admission.JoinQueue;
import io.onsale.schemas.admission.OpenRoom;
import io.onsale.schemas.admission.QueuePolicy;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import io.onsale.waiting.BeaconRound;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Admission's records as others send them. */
final class Wire {

    /** The room is open from the start of a test and draws a minute later. */
    static final Instant DRAWS = TopologyBench.START.plus(Duration.ofMinutes(1));

    /** What a round of the beacon might have said. */
    static final ByteBuffer RANDOMNESS = bytes("what was said".repeat(3).substring(0, BeaconRound.VALUE_BYTES));

    private Wire() {}

    static AdmissionCommand command(String id, Object body) {
        return new AdmissionCommand(Envelopes.of(id), body);
    }

    static OpenRoom open(int maxConcurrent) {
        return new OpenRoom(room(maxConcurrent, null));
    }

    static Room room(int maxConcurrent, @Nullable Beacon beacon) {
        return Room.newBuilder()
                .setOrganizerId("organizer")
                .setOpensAt(TopologyBench.START)
                .setDrawsAt(DRAWS)
                .setMaxConcurrent(maxConcurrent)
                .setAdmitPerSecond(1_000)
                .setPolicy(new QueuePolicy("draw-1", 1000, 500, 10, 0, 700, 10_000))
                .setBeacon(beacon)
                .setArriveWithinSeconds(60)
                .setMaxPerAddress(50)
                .setMaxPerDevice(3)
                .build();
    }

    static JoinQueue join(String... fans) {
        return new JoinQueue(Stream.of(fans).map(Wire::one).toList());
    }

    static Join one(String fan) {
        return Join.newBuilder()
                .setFanId(fan)
                .setRequest(bytes("request of " + fan))
                .setPurchases(2)
                .build();
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
