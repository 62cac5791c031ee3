package io.onsale.topologies.admission;

import static io.onsale.topologies.admission.Wire.DRAWS;
import static io.onsale.topologies.admission.Wire.command;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.AskedAgain;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.CloseRoom;
import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.ControlRoom;
import io.onsale.schemas.admission.FanArrived;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.FansJoined;
import io.onsale.schemas.admission.JoinAnswer;
import io.onsale.schemas.admission.JoinsAnswered;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.admission.OpenRoom;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.PlaceState;
import io.onsale.schemas.admission.PublishBeacon;
import io.onsale.schemas.admission.RateFan;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomOpened;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.RosterFrozen;
import io.onsale.schemas.admission.ShopperClosed;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.admission.WakeRoom;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.CloseShopper;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.kit.RowKind;
import io.onsale.topologies.testing.TopologyBench;
import io.onsale.waiting.Draw;
import io.onsale.waiting.Hash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTopologyTest {

    private final TopologyBench<AdmissionCommand, AdmissionEvent, AdmissionReply> bench =
            new TopologyBench<>(new AdmissionTopology(ProcessKey.generate()));

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aFanGoesFromJoiningToAFreedPlace() {
        send("open", Wire.open(1));
        send("j1", Wire.join("ann"));
        FansJoined joined = last(FansJoined.class);
        assertThat(joined.getPlaces()).singleElement().satisfies(place -> {
            assertThat(place.getSequence()).isEqualTo(1);
            assertThat(place.getCohort()).isEqualTo(Cohort.FIRST);
            assertThat(place.getPseudonym().remaining()).isEqualTo(16);
        });
        assertThat(reply(JoinsAnswered.class).getAnswers())
                .extracting(JoinAnswer::getPlace)
                .isEqualTo(joined.getPlaces());

        bench.later(Duration.ofMinutes(1));
        bench.later(Duration.ofMillis(50));
        bench.later(Duration.ofMillis(50));
        List<Object> opening = bodies();
        assertThat(opening.stream().map(Object::getClass))
                .isEqualTo(List.of(RosterFrozen.class, OrderDrawn.class, FansAdmitted.class));
        FansAdmitted admitted = (FansAdmitted) opening.getLast();
        assertThat(admitted.getShopping()).isEqualTo(1);
        assertThat(admitted.getLimit()).isEqualTo(1);
        Admission admission = admitted.getAdmissions().getFirst();
        assertThat(admission.getAdmissionId()).isEqualTo("e1.1");
        assertThat(admission.getExpiresAt())
                .isBetween(DRAWS.plus(Duration.ofMinutes(15)), DRAWS.plus(Duration.ofMinutes(16)));

        send("a1", new ArriveAtSale("ann", "e1.1"));
        assertThat(reply(FanArrived.class)).isEqualTo(new FanArrived(1L, "ann", "e1.1"));
        send("l1", new LeaveQueue("ann", 1L));
        assertThat(reply(AdmissionEnded.class).getWhy()).isEqualTo(AdmissionEnd.LEFT);
        assertThat(inventory()).containsExactly(new CloseShopper("e1.1", "ann", admission.getExpiresAt()));
        bodies();
        send("s1", new ShopperClosed("e1.1"));
        assertThat(bodies()).containsExactly(new PlaceFreed("e1.1", 1L, 0));
    }

    @Test
    void aBatchOfJoinsIsOneEventOneAnswerAndARowEach() {
        send("open", Wire.open(1));
        bodies();
        bench.replies();
        send("j1", Wire.join("ann", "bob", "cid", "bob"));

        assertThat(bodies())
                .singleElement()
                .isInstanceOfSatisfying(
                        FansJoined.class,
                        joined -> assertThat(joined.getPlaces()).hasSize(3));
        assertThat(bench.replies()).singleElement().satisfies(reply -> {
            assertThat(reply.getSequence()).isEqualTo(2L);
            assertThat(((JoinsAnswered) reply.getOutcome()).getAnswers())
                    .extracting(answer -> answer.getPlace().getSequence())
                    .containsExactly(1L, 2L, 3L, 2L);
        });
        assertThat(rowsOf(AdmissionRows.PLACES)).isEqualTo(3);
    }

    @Test
    void theSeedIsBoundBeforeAnybodyJoinsAndShownOnceTheOrderIsDrawn() {
        send("open", Wire.open(1));
        RoomOpened opened = last(RoomOpened.class);
        send("j1", Wire.join("ann", "bob"));
        bench.later(Duration.ofMinutes(1));
        bench.later(Duration.ofMillis(50));

        List<Object> bodies = bodies();
        OrderDrawn drawn = bodies.stream()
                .filter(OrderDrawn.class::isInstance)
                .map(OrderDrawn.class::cast)
                .findFirst()
                .orElseThrow();
        Hash seed = Octets.hash(drawn.getSeed());
        assertThat(Octets.toAvro(Draw.commitment("e1", seed))).isEqualTo(opened.getCommitment());
    }

    @Test
    void aDrawWithABeaconWaitsForIt() {
        send("open", new OpenRoom(Wire.room(1, new Beacon("drand", 4711L, null))));
        send("j1", Wire.join("ann"));
        bench.later(Duration.ofMinutes(1));
        bench.later(Duration.ofMinutes(1));
        assertThat(bodies().getLast()).isInstanceOf(RosterFrozen.class);

        ByteBuffer value = Wire.RANDOMNESS;
        send("b1", new PublishBeacon(null, 4711L, value));
        assertThat(reply(BeaconPublished.class)).isEqualTo(new BeaconPublished(4711L, value));
        bench.later(Duration.ofMillis(50));
        assertThat(bodies().stream().map(Object::getClass)).contains(OrderDrawn.class);
    }

    @Test
    void controlAndRatingsAreAnswered() {
        send("open", Wire.open(1));
        send("c1", new ControlRoom("organizer", 5, 10, RoomState.PAUSED, null));
        assertThat(reply(RoomControlled.class)).isEqualTo(new RoomControlled(5, 10, RoomState.PAUSED, "anonymous"));
        send("r1", new RateFan("organizer", "ann", Tier.GOLD, 10, "a member"));
        assertThat(reply(FanRated.class)).isEqualTo(new FanRated("ann", Tier.GOLD, 10, "a member", null));
        send("x", new CloseRoom());
        assertThat(last(RoomControlled.class).getState()).isEqualTo(RoomState.CLOSED);
    }

    @Test
    void whoeverGivesAPlaceUpIsTold() {
        send("open", Wire.open(1));
        send("j1", Wire.join("ann"));
        send("l1", new LeaveQueue("ann", 1L));

        assertThat(reply(FanLeft.class)).isEqualTo(new FanLeft(1L, "ann"));
    }

    @Test
    void aRefusalIsAnAnswer() {
        send("l1", new LeaveQueue("ann", 1L));
        assertThat(reply(Refusal.class).getCode()).isEqualTo("no_waiting_room");
        send("j1", Wire.join("ann"));
        assertThat(reply(JoinsAnswered.class).getAnswers()).singleElement().satisfies(answer -> {
            assertThat(answer.getPlace()).isNull();
            assertThat(answer.getRefusal().getCode()).isEqualTo("no_waiting_room");
        });
        assertThat(bodies()).isEmpty();
    }

    @Test
    void whoeverWasLetInIsAnsweredWithTheAdmission() {
        letInAnn();
        send("j2", Wire.join("ann"));

        assertThat(reply(JoinsAnswered.class).getAnswers()).singleElement().satisfies(answer -> {
            assertThat(answer.getState()).isEqualTo(PlaceState.ADMITTED);
            assertThat(answer.getAdmissionId()).isEqualTo("e1.1");
            assertThat(answer.getAdmissionEndsAt()).isNotNull();
        });
    }

    @Test
    void inventoryIsAskedAgainUntilItAnswers() {
        letInAnn();
        bench.later(Duration.ofMinutes(1));
        assertThat(inventory()).hasSize(1);
        bench.later(Duration.ofMinutes(2));
        assertThat(inventory()).hasSize(1);
        assertThat(last(AskedAgain.class)).isEqualTo(new AskedAgain(1L, "ann", "e1.1", 1));

        send("s1", new ShopperClosed("e1.1"));
        bench.later(Duration.ofHours(1));
        assertThat(inventory()).isEmpty();
        assertThat(rowsOf(AdmissionRows.SHOPPERS)).isZero();
    }

    /** Who does not come is noticed in twice the time, not after the hour that the clock was ahead. */
    @Test
    void aRoomGoesOnThoughABrokersClockWasAnHourAheadAndWasPutBack() {
        letInAnn();
        send("j2", Wire.join("bob"));
        bench.laterWithoutTimers(Duration.ofHours(1));
        send("s1", new ShopperClosed("e1.1"));
        send("w1", new WakeRoom());
        assertThat(last(FansAdmitted.class).getAdmissions()).hasSize(1);

        bench.laterWithoutTimers(Duration.ofHours(-1));
        for (int second = 0; second < 300; second++) {
            bench.later(Duration.ofSeconds(1));
        }

        assertThat(last(AdmissionEnded.class).getWhy()).isEqualTo(AdmissionEnd.NO_SHOW);
    }

    @Test
    void aRoomThatIsOverKeepsNoRowsButItsOwn() {
        send("open", Wire.open(1));
        send("j1", Wire.join("ann", "bob"));
        send("r1", new RateFan("organizer", "ann", Tier.GOLD, 10, "a member"));
        send("x", new CloseRoom());
        bench.later(Duration.ofDays(1));
        send("w1", new WakeRoom());
        bench.later(Duration.ofMinutes(59));
        assertThat(rowsOf(AdmissionRows.PLACES)).isEqualTo(2);

        bench.later(Duration.ofMinutes(2));
        send("w2", new WakeRoom());
        bench.later(Duration.ofSeconds(2));

        assertThat(rowsOf(AdmissionRows.PLACES)).isZero();
        assertThat(rowsOf(AdmissionRows.RATINGS)).isZero();
        assertThat(rowsOf(AdmissionRows.ROOMS)).isOne();
    }

    @Test
    void aRoomThatNobodyClosesIsClosedByTimeAndForgotten() {
        Room room = Room.newBuilder(Wire.room(1, null))
                .setSaleEndsAt(DRAWS.plus(Duration.ofHours(1)))
                .build();
        send("open", new OpenRoom(room));
        send("j1", Wire.join("ann"));
        bench.later(Duration.ofHours(25));
        bench.later(Duration.ofMillis(50));
        assertThat(bodies())
                .hasAtLeastOneElementOfType(OrderDrawn.class)
                .doesNotHaveAnyElementsOfTypes(RoomControlled.class);
        bench.later(Duration.ofMinutes(2));
        assertThat(bodies()).containsExactly(new RoomControlled(1, 1_000, RoomState.CLOSED, "admission"));
        assertThat(rowsOf(AdmissionRows.PLACES)).isOne();
        bench.later(Duration.ofHours(26));
        send("w1", new WakeRoom());
        bench.later(Duration.ofSeconds(2));

        assertThat(rowsOf(AdmissionRows.PLACES)).isZero();
    }

    private void letInAnn() {
        send("open", Wire.open(1));
        send("j1", Wire.join("ann"));
        bench.later(Duration.ofMinutes(1));
        bench.later(Duration.ofMillis(50));
        bench.later(Duration.ofMillis(50));
        assertThat(last(FansAdmitted.class).getAdmissions()).hasSize(1);
    }

    private void send(String id, Object body) {
        bench.send("e1", command(id, body));
    }

    private List<Object> bodies() {
        return bench.events().stream().map(AdmissionEvent::getBody).toList();
    }

    private <B> B last(Class<B> type) {
        return type.cast(bodies().getLast());
    }

    private <O> O reply(Class<O> type) {
        return type.cast(bench.replies().getLast().getOutcome());
    }

    private long rowsOf(RowKind<?> kind) {
        long[] count = {0};
        bench.table(kind).forEach((key, row) -> count[0]++);
        return count[0];
    }

    private List<Object> inventory() {
        return bench.values(Topics.INVENTORY_COMMANDS).stream()
                .map(InventoryCommand::getBody)
                .toList();
    }
}
