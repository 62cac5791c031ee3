package io.onsale.topologies.admission;

import static io.onsale.topologies.admission.Wire.DRAWS;
import static io.onsale.topologies.admission.Wire.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.ControlRoom;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.admission.OpenRoom;
import io.onsale.schemas.admission.PublishBeacon;
import io.onsale.schemas.admission.RateFan;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.admission.domain.AdmissionBooks;
import io.onsale.topologies.admission.domain.AdmissionView;
import io.onsale.topologies.admission.domain.AdmissionView.Waiting;
import io.onsale.topologies.admission.domain.Control;
import io.onsale.topologies.admission.domain.Place;
import io.onsale.topologies.admission.domain.Room;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What admission kept, seen by an admission that has only just begun. */
class AdmissionRestartTest {

    private static final Duration TICK = Duration.ofMillis(50);

    private final ProcessKey key = ProcessKey.generate();
    private final TopologyBench<AdmissionCommand, AdmissionEvent, AdmissionReply> bench =
            new TopologyBench<>(new AdmissionTopology(key));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void letsInTheSameFansNext() {
        send(Wire.open(3));
        send(Wire.join(fans(0, 40)));
        send(new RateFan(null, "fan7", Tier.PLATINUM, null, "a member"));
        send(new RateFan(null, "fan8", null, 900, "a bot"));
        bench.later(Duration.ofMinutes(1));
        bench.later(TICK);
        send(Wire.join(fans(40, 10)));
        send(new RateFan(null, "fan9", null, 900, "a bot"));
        List<String> next =
                restarted().view("e1").next(60).stream().map(Waiting::fanId).toList();

        send(new ControlRoom("organizer", 1_000, 10_000, null, null));
        for (int i = 0; i < 5; i++) {
            bench.later(TICK);
        }
        List<String> admitted = bench.events().stream()
                .map(AdmissionEvent::getBody)
                .filter(FansAdmitted.class::isInstance)
                .flatMap(body -> ((FansAdmitted) body).getAdmissions().stream())
                .map(admission -> admission.getFanId())
                .toList();
        assertThat(admitted).hasSize(50).startsWith("fan7").endsWith("fan8", "fan9");
        assertThat(admitted.subList(50 - next.size(), 50)).isEqualTo(next);
    }

    @Test
    void knowsARoomAsItWas() {
        send(new OpenRoom(Wire.room(1, new Beacon("drand", 4711L, null))));
        send(Wire.join("ann", "bob"));
        bench.later(Duration.ofMinutes(1));
        bench.later(TICK);
        send(new LeaveQueue("ann", 1L));
        assertThat(restarted().view("e1").roster().size()).isEqualTo(2);
        send(new PublishBeacon(null, 4711L, Wire.RANDOMNESS));
        send(new ControlRoom("organizer", 4, 5, RoomState.PAUSED, null));
        bench.later(TICK);

        Room room = Objects.requireNonNull(restarted().view("e1").room());
        assertThat(room.drawn()).isTrue();
        assertThat(room.draw().size()).isEqualTo(2);
        assertThat(room.terms().beacon()).isNotNull();
        assertThat(room.control().pace().perSecond()).isEqualTo(5);
        assertThat(RoomMapping.load(RoomMapping.store(room))).isEqualTo(room);
    }

    @Test
    void knowsWhatAPausedRoomWasBefore() {
        send(Wire.open(1));
        send(new ControlRoom("organizer", null, null, RoomState.DRAINING, null));
        send(new ControlRoom("organizer", null, null, null, true));
        Room room = Objects.requireNonNull(restarted().view("e1").room());
        assertThat(room.unpaused()).isEqualTo(Control.State.DRAINING);

        send(new ControlRoom("organizer", null, null, null, false));
        Room after = Objects.requireNonNull(restarted().view("e1").room());
        assertThat(after.control().state()).isEqualTo(Control.State.DRAINING);
    }

    @Test
    void knowsWhoShopsAndUntilWhen() {
        send(Wire.open(1));
        send(Wire.join("ann"));
        bench.later(Duration.ofMinutes(1));
        bench.later(TICK);
        bench.later(TICK);
        assertThat(restarted().due(DRAWS.plusSeconds(61))).containsExactly("e1");
        send(new ArriveAtSale("ann", "e1.1"));

        AdmissionView view = restarted().view("e1");
        Place place = Objects.requireNonNull(view.place("ann"));
        Instant expiresAt = Objects.requireNonNull(place.expiresAt());
        assertThat(place.state()).isEqualTo(Place.State.ARRIVED);
        assertThat(PlaceMapping.load(PlaceMapping.store(place))).isEqualTo(place);
        assertThat(view.dueBy(expiresAt.minusMillis(1), 9)).isEmpty();
        assertThat(view.dueBy(expiresAt, 9)).containsExactly(1);
        assertThat(view.room()).extracting(room -> room.count().shopping()).isEqualTo(1);
    }

    /** A sender's clock is nobody's business here. */
    @Test
    void whatASendersClockSaysChangesNothing() {
        send(Wire.open(1));
        for (Duration wrong : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
            CommandEnvelope envelope = CommandEnvelope.newBuilder(Envelopes.of("j" + wrong))
                    .setIssuedAt(TopologyBench.START.plus(wrong))
                    .build();
            bench.send("e1", new AdmissionCommand(envelope, Wire.join("fan" + wrong)));
        }

        AdmissionView view = restarted().view("e1");
        assertThat(view.place("fanPT-1H")).isNotNull();
        assertThat(view.place("fanPT1H"))
                .extracting(place -> place.joined().at())
                .isEqualTo(TopologyBench.START);
        assertThat(view.room()).extracting(Room::frozen).isEqualTo(false);
    }

    private static String[] fans(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "fan" + i).toArray(String[]::new);
    }

    private void send(Object body) {
        bench.send("e1", command("c", body));
    }

    private AdmissionBooks restarted() {
        return new AdmissionBooks(
                new AdmissionBooks.Tables(
                        bench.table(AdmissionRows.ROOMS),
                        bench.table(AdmissionRows.PLACES),
                        bench.table(AdmissionRows.RATINGS),
                        bench.table(AdmissionRows.SHOPPERS),
                        bench.table(AdmissionRows.LEAVERS)),
                new DerivedSecrets(key));
    }
}
