package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionCommand.ArriveAtSale;
import io.onsale.topologies.admission.domain.AdmissionCommand.ChangeRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.CloseRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.ControlRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.OpenRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.RateFan;
import io.onsale.topologies.admission.domain.AdmissionCommand.ShopperClosed;
import io.onsale.topologies.admission.domain.AdmissionCommand.WakeRoom;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionRefused;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomChanged;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomControlled;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomOpened;
import io.onsale.waiting.Draw;
import io.onsale.waiting.Policy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoomTest {

    private static final Terms LATER = Rooms.terms().drawnAt(Rooms.DRAWS.plusSeconds(60));
    private static final Terms EARLIER = Rooms.terms().drawnAt(Rooms.DRAWS.minusSeconds(60));

    @Test
    void aRoomOpensWithItsDrawBound() {
        var outcome = new Lobby().when(new OpenRoom(Rooms.terms()));

        assertThat(outcome.events())
                .containsExactly(
                        new RoomOpened(Rooms.terms(), Draw.commitment(Lobby.EVENT, Rooms.SECRETS.seed(Lobby.EVENT))));
    }

    @Test
    void aRoomOpensOnce() {
        assertThat(Lobby.open().when(new OpenRoom(LATER)).all()).isEmpty();
    }

    @Test
    void aRoomThatAnEventGetsLateOpens() {
        assertThat(new Lobby().when(new ChangeRoom(LATER)).events()).hasSize(1);
    }

    @Test
    void beforeTheFirstJoinEverythingButTheBeaconMayChange() {
        Terms other = Rooms.terms(new Pace(7, 9), Policy.LOTTERY_1, null).drawnAt(Rooms.DRAWS.minusSeconds(60));
        Lobby lobby = Lobby.open();

        assertThat(lobby.when(new ChangeRoom(other)).events()).containsExactly(new RoomChanged(other));
        assertThat(lobby.room().control().pace()).isEqualTo(new Pace(7, 9));

        Terms beacon = Rooms.terms(new Pace(7, 9), Policy.LOTTERY_1, Rooms.BEACON);
        assertThat(refused(lobby, beacon)).isEqualTo("beacon_fixed");
    }

    @Test
    void otherTermsLeaveWhatControlSaidInForce() {
        Lobby lobby = Lobby.open().given(control(5, 6, null), new ChangeRoom(LATER));

        assertThat(lobby.room().control().pace()).isEqualTo(new Pace(5, 6));
    }

    @Test
    void afterTheFirstJoinTheDrawMayOnlyBePutOff() {
        Lobby lobby = Lobby.open().joined("ann");

        assertThat(refused(lobby, EARLIER)).isEqualTo("room_in_use");
        assertThat(refused(lobby, Rooms.terms(new Pace(9, 9)))).isEqualTo("room_in_use");
        assertThat(lobby.when(new ChangeRoom(LATER)).events()).containsExactly(new RoomChanged(LATER));
        assertThat(lobby.at(Rooms.DRAWS).wake().all()).isEmpty();
        assertThat(lobby.at(LATER.drawsAt()).wake().all()).hasSize(1);
    }

    @Test
    void theDrawIsPutOffOnlyUntilItsBeaconSpeaks() {
        Pace pace = new Pace(2, 1_000);
        Terms lit = Rooms.terms(pace, Policy.DRAW_1, new Beacon("lottery", 1, Rooms.DRAWS.plusSeconds(60)));
        Lobby lobby = new Lobby().given(new OpenRoom(lit)).joined("ann");

        assertThat(refused(lobby, lit.drawnAt(Rooms.DRAWS.plusSeconds(60)))).isEqualTo("beacon_due");
        assertThat(lobby.when(new ChangeRoom(lit.drawnAt(Rooms.DRAWS.plusSeconds(59))))
                        .events())
                .hasSize(1);

        Terms known = Rooms.terms(pace, Policy.DRAW_1, new Beacon("drand quicknet", 1, null));
        assertThat(refused(new Lobby().given(new OpenRoom(known)), known.drawnAt(LATER.drawsAt())))
                .as("its timetable is known")
                .isEqualTo("beacon_due");
    }

    @Test
    void afterTheFreezeTheDrawIsWhereItWas() {
        Lobby lobby = Lobby.open().joined("ann").at(Rooms.DRAWS).woken();

        assertThat(refused(lobby, LATER)).isEqualTo("room_in_use");
    }

    @Test
    void theSameTermsChangeNothing() {
        assertThat(Lobby.open().when(new ChangeRoom(Rooms.terms())).all()).isEmpty();
    }

    private static String refused(Lobby lobby, Terms terms) {
        return lobby.when(new ChangeRoom(terms)).events().getFirst() instanceof AdmissionRefused refused
                ? refused.refusal().code()
                : "";
    }

    @Test
    void anOrganizerControlsWhatIsInForce() {
        var outcome = Lobby.open().when(control(5, null, Control.State.PAUSED));

        RoomControlled controlled =
                new RoomControlled(new Control(new Pace(5, 1_000), Control.State.PAUSED), "organizer");
        assertThat(outcome.events()).containsExactly(controlled);
        assertThat(outcome.answer()).isEqualTo(controlled);
    }

    @Test
    void theSameControlAgainIsAnsweredAndDoesNotHappen() {
        var outcome = Lobby.open().given(control(5, 6, null)).when(control(5, 6, null));

        assertThat(outcome.all()).isEmpty();
        assertThat(outcome.answer()).isInstanceOf(RoomControlled.class);
    }

    @Test
    void anOperatorControlsEveryRoomAndAnotherOrganizerNone() {
        Lobby lobby = Lobby.open();

        var foreign = lobby.when(new ControlRoom(Lobby.somebodyElse(), 9, null, null, null));
        assertThat(foreign.refusal()).isEqualTo("not_your_event");
        assertThat(foreign.all()).isEmpty();
        assertThat(lobby.when(new ControlRoom(Rooms.OPERATOR, 9, null, null, null))
                        .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, bad_limit",
        "1000001, 1, bad_limit",
        "0, 0, bad_rate",
        "0, 10001, bad_rate",
        "0, 1, ''",
        "1000000, 10000, ''"
    })
    void limitsHaveBounds(int maxConcurrent, int perSecond, String refusal) {
        assertThat(Lobby.open().when(control(maxConcurrent, perSecond, null)).refusal())
                .isEqualTo(refusal);
    }

    @Test
    void aDayAfterItIsOverARoomKnowsNobodyAnyMore() {
        Lobby lobby = Lobby.open().joined("ann").given(new CloseRoom("catalogue"));
        lobby.later(Duration.ofDays(1).minusMillis(1));
        assertThat(lobby.join("ann").joinRefusals()).containsExactly("");
        lobby.later(Duration.ofMillis(1));

        assertThat(lobby.join("ann").joinRefusals()).containsExactly("queue_closed");
        assertThat(lobby.when(new LeaveQueue("ann", 1)).refusal()).isEqualTo("not_in_queue");
        assertThat(lobby.when(new ArriveAtSale("ann", "e1.1")).refusal()).isEqualTo("admission_ended");
        assertThat(lobby.when(new RateFan(Rooms.ORGANIZER, "ann", null, 900, "late"))
                        .refusal())
                .isEqualTo("queue_closed");
        assertThat(lobby.when(control(null, null, Control.State.OPEN)).refusal())
                .isEqualTo("queue_closed");
        assertThat(lobby.when(new CloseRoom("catalogue")).all()).isEmpty();
    }

    @Test
    void aClosedRoomStaysClosed() {
        Lobby lobby = Lobby.open().given(new CloseRoom("catalogue"));

        assertThat(lobby.when(control(null, null, Control.State.OPEN)).refusal())
                .isEqualTo("queue_closed");
        assertThat(lobby.when(new CloseRoom("catalogue")).all()).isEmpty();
        assertThat(lobby.at(Rooms.DRAWS).wake().all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Control.State.class,
            names = {"OPEN", "DRAINING"})
    void afterAPauseItGoesOnAsBefore(Control.State before) {
        Lobby lobby = Lobby.open().given(control(null, null, before), pause(true));
        assertThat(lobby.room().control().state()).isEqualTo(Control.State.PAUSED);
        assertThat(lobby.when(pause(true)).all()).isEmpty();

        RoomControlled asBefore = new RoomControlled(new Control(new Pace(2, 1_000), before), "organizer");
        assertThat(lobby.restart().when(pause(false)).events()).containsExactly(asBefore);
    }

    @ParameterizedTest
    @EnumSource(
            value = Control.State.class,
            names = {"OPEN", "DRAINING", "CLOSED"})
    void endingAPauseThatThereIsNotChangesNothing(Control.State state) {
        Lobby lobby = Lobby.open().given(control(null, null, state));

        var outcome = lobby.when(pause(false));
        assertThat(outcome.all()).isEmpty();
        assertThat(outcome.answer()).isEqualTo(new RoomControlled(new Control(new Pace(2, 1_000), state), "organizer"));
    }

    @Test
    void aDrainingRoomOpensOnlyWhereThatIsSaid() {
        Lobby lobby = Lobby.open().given(control(null, null, Control.State.DRAINING), pause(true), pause(false));
        assertThat(lobby.room().control().state()).isEqualTo(Control.State.DRAINING);

        lobby.given(pause(true), new ControlRoom(Rooms.ORGANIZER, null, null, Control.State.OPEN, true));
        assertThat(lobby.room().control().state()).as("a state says more").isEqualTo(Control.State.OPEN);
        assertThat(lobby.given(pause(true), pause(false)).room().control().state())
                .isEqualTo(Control.State.OPEN);
    }

    @Test
    void aClosedRoomIsNotPaused() {
        Lobby lobby = Lobby.open().given(pause(true), new CloseRoom("catalogue"));

        assertThat(lobby.when(pause(true)).refusal()).isEqualTo("queue_closed");
        assertThat(lobby.when(pause(false)).all()).isEmpty();
        assertThat(lobby.room().control().state()).isEqualTo(Control.State.CLOSED);
    }

    @Test
    void aRoomThatIsOverIsInNobodysMemoryAndStillAnswers() {
        Lobby lobby = Lobby.drawn(Rooms.terms(), "ann", "bob", "cid").later(Duration.ofMillis(50));
        String first = lobby.wake().admitted().getFirst();
        lobby.given(new CloseRoom("catalogue"));
        String left = lobby.place("cid").state() == Place.State.WAITING ? "cid" : "bob";
        for (String fan : new String[] {"ann", "bob", "cid"}) {
            lobby.given(new ShopperClosed(lobby.admissionOf(fan)));
        }

        assertThat(lobby.room().over()).isTrue();
        assertThat(lobby.books().view(Lobby.EVENT).liveAt(1)).isZero();
        assertThat(lobby.join(first).joinRefusals()).containsExactly("");
        assertThat(lobby.when(Rooms.suspect(left)).events()).hasSize(1);
        assertThat(lobby.restart().when(Rooms.trust(left)).events()).hasSize(1);
        assertThat(lobby.given(new WakeRoom()).books().due(lobby.now())).isEmpty();
    }

    private static ControlRoom pause(boolean paused) {
        return new ControlRoom(Rooms.ORGANIZER, null, null, null, paused);
    }

    private static ControlRoom control(@Nullable Integer max, @Nullable Integer rate, Control.@Nullable State state) {
        return new ControlRoom(Rooms.ORGANIZER, max, rate, state, null);
    }
}
