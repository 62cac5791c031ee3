package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionCommand.CloseRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.ControlRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.PublishBeacon;
import io.onsale.topologies.admission.domain.AdmissionEvent.BeaconPublished;
import io.onsale.topologies.admission.domain.AdmissionEvent.OrderDrawn;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomControlled;
import io.onsale.topologies.admission.domain.AdmissionEvent.RosterFrozen;
import io.onsale.waiting.Draw;
import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Policy;
import io.onsale.waiting.Roster;
import io.onsale.waiting.ScoreInputs;
import io.onsale.waiting.Tier;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final Hash SEED = Rooms.SECRETS.seed(Lobby.EVENT);
    private static final Terms WITH_BEACON = Rooms.terms(new Pace(100, 100_000), Policy.DRAW_1, Rooms.BEACON);
    private static final Terms ROOMY = Rooms.terms(new Pace(100, 100_000));

    @Test
    void theRosterIsFrozenThenTheOrderIsDrawn() {
        Lobby lobby = Lobby.open(ROOMY).joined("ann", "bob", "cid").at(Rooms.DRAWS);
        Roster roster = roster(Policy.DRAW_1, leaf("ann", 1), leaf("bob", 2), leaf("cid", 3));
        DrawnOrder order = new Draw(SEED, roster.root(), new byte[0]).order(roster);

        assertThat(lobby.wake().all()).containsExactly(new RosterFrozen(roster.root(), 3));
        assertThat(lobby.wake().all()).containsExactly(new OrderDrawn(SEED, order.hash()));
        List<String> fans = List.of("ann", "bob", "cid");
        assertThat(lobby.letInAll())
                .isEqualTo(IntStream.range(0, 3)
                        .mapToObj(position -> fans.get(order.sequence(position) - 1))
                        .toList());
    }

    @Test
    void whoeverLeftBeforeTakesNoPart() {
        Lobby lobby = Lobby.open()
                .joined("ann", "bob")
                .given(new LeaveQueue("ann", 1), new JoinQueue(List.of(Rooms.again("ann", "again"))))
                .at(Rooms.DRAWS);

        Roster roster = roster(Policy.DRAW_1, leaf("bob", 2), leaf("ann", 3));
        assertThat(lobby.wake().all()).containsExactly(new RosterFrozen(roster.root(), 2));
    }

    @Test
    void anEmptyRosterIsDrawnToo() {
        Lobby lobby = Lobby.open().at(Rooms.DRAWS);

        assertThat(lobby.wake().all()).singleElement().isInstanceOf(RosterFrozen.class);
        assertThat(lobby.wake().all()).singleElement().isInstanceOf(OrderDrawn.class);
        assertThat(lobby.joined("ann").letInAll()).containsExactly("ann");
    }

    @Test
    void aLeafIsMadeOfWhatWasKnownAtTheFreeze() {
        Lobby lobby = Lobby.open(Rooms.terms(new Pace(1, 1), Policy.PRIORITY_1, null))
                .given(new JoinQueue(List.of(Rooms.buyer("ann", 4))))
                .given(Rooms.tier("ann", Tier.GOLD), Rooms.suspect("ann"))
                .at(Rooms.DRAWS.minus(Duration.ofMillis(100_500)))
                .joined("bob")
                .at(Rooms.DRAWS);

        Leaf ann = Leaf.of(pseudonym("ann"), 1, new ScoreInputs(Tier.GOLD, 4, 300, 900), Policy.PRIORITY_1);
        Leaf bob = Leaf.of(pseudonym("bob"), 2, new ScoreInputs(Tier.NONE, 0, 100, 0), Policy.PRIORITY_1);
        assertThat(lobby.wake().all())
                .containsExactly(
                        new RosterFrozen(roster(Policy.PRIORITY_1, ann, bob).root(), 2));
    }

    @Test
    void theHigherScoreIsAheadAndASuspectedFanLast() {
        Lobby lobby = Lobby.open(ROOMY)
                .joined("ann", "bob", "cid", "dee")
                .given(Rooms.tier("cid", Tier.PLATINUM), Rooms.tier("bob", Tier.GOLD), Rooms.suspect("ann"))
                .at(Rooms.DRAWS);

        assertThat(lobby.letInAll()).containsExactly("cid", "bob", "dee", "ann");
    }

    @Test
    void theSecondCohortIsBehindTheFirstByScoreThenByArrival() {
        Lobby lobby = Lobby.open(ROOMY)
                .joined("ann")
                .paused()
                .at(Rooms.DRAWS)
                .given(Rooms.tier("dee", Tier.GOLD))
                .joined("bob", "cid", "dee")
                .resumed();

        assertThat(lobby.letInAll()).containsExactly("ann", "dee", "bob", "cid");
    }

    @Test
    void nothingIsDrawnBeforeItsTime() {
        assertThat(Lobby.open()
                        .joined("ann")
                        .at(Rooms.DRAWS.minusMillis(1))
                        .wake()
                        .all())
                .isEmpty();
    }

    @Test
    void aPausedRoomIsDrawnAndLetsNobodyIn() {
        Lobby lobby =
                Lobby.open().joined("ann").paused().at(Rooms.DRAWS).woken().woken();

        assertThat(lobby.room().drawn()).isTrue();
        assertThat(lobby.letInAll()).isEmpty();
    }

    @Test
    void theOrderWaitsForTheBeacon() {
        Lobby lobby =
                Lobby.open(WITH_BEACON).joined("ann", "bob").at(Rooms.DRAWS).woken();
        assertThat(lobby.later(Duration.ofHours(1)).wake().all()).isEmpty();

        var said = lobby.when(new PublishBeacon(Rooms.ORGANIZER, 4711, Rooms.randomness(42)));
        assertThat(said.events()).containsExactly(new BeaconPublished(4711, Rooms.randomness(42)));

        Roster roster = roster(Policy.DRAW_1, leaf("ann", 1), leaf("bob", 2));
        Hash hash = new Draw(SEED, roster.root(), Rooms.randomness(42).toArray())
                .order(roster)
                .hash();
        assertThat(lobby.wake().all()).containsExactly(new OrderDrawn(SEED, hash));
    }

    @Test
    void whoeverLeavesWhileTheBeaconIsWaitedForIsInTheRosterAllTheSame() {
        Lobby lobby =
                Lobby.open(WITH_BEACON).joined("ann", "bob").at(Rooms.DRAWS).woken();
        lobby.given(new LeaveQueue("ann", 1), new JoinQueue(List.of(Rooms.again("ann", "again"))));
        lobby.restart().given(new PublishBeacon(Rooms.OPERATOR, 4711, Rooms.randomness(42)));

        Roster roster = roster(Policy.DRAW_1, leaf("ann", 1), leaf("bob", 2));
        Hash hash = new Draw(SEED, roster.root(), Rooms.randomness(42).toArray())
                .order(roster)
                .hash();
        assertThat(lobby.wake().all()).containsExactly(new OrderDrawn(SEED, hash));
        assertThat(lobby.rows().leavers().rows()).isEmpty();
        assertThat(lobby.letInAll()).containsExactly("bob", "ann");
    }

    @Test
    void aBeaconThatSpeaksBeforeTheFreezeIsRefused() {
        assertThat(refusal(Lobby.open(WITH_BEACON), 4711)).isEqualTo("roster_not_frozen");
    }

    @Test
    void onlyTheRoundThatWasBoundCounts() {
        assertThat(refusal(frozen(), 4712)).isEqualTo("wrong_round");
    }

    @Test
    void whereNoBeaconIsWaitedForNoneIsHeard() {
        assertThat(refusal(Lobby.open().at(Rooms.DRAWS), 4711)).isEqualTo("no_beacon");
    }

    @Test
    void aBeaconSpeaksForItsOrganizerOnly() {
        assertThat(frozen().when(new PublishBeacon(Lobby.somebodyElse(), 4711, Rooms.randomness(42)))
                        .refusal())
                .isEqualTo("not_your_event");
    }

    @Test
    void ofARoundItsRandomnessAloneCounts() {
        for (int length : List.of(0, 31, 33, 48, 64)) {
            assertThat(frozen().when(new PublishBeacon(Rooms.OPERATOR, 4711, Bytes.of(new byte[length])))
                            .refusal())
                    .as("%d bytes", length)
                    .isEqualTo("bad_beacon");
        }
    }

    @Test
    void whatABeaconSaidItSaysForEver() {
        Lobby lobby = frozen().given(new PublishBeacon(Rooms.OPERATOR, 4711, Rooms.randomness(42)));

        var same = lobby.when(new PublishBeacon(Rooms.OPERATOR, 4711, Rooms.randomness(42)));
        assertThat(same.events()).isEmpty();
        assertThat(same.answer()).isInstanceOf(BeaconPublished.class);
        assertThat(lobby.when(new PublishBeacon(Rooms.OPERATOR, 4711, Rooms.randomness(43)))
                        .refusal())
                .isEqualTo("beacon_known");
    }

    @Test
    void aRoomThatWasClosedDrawsNothing() {
        Lobby lobby = Lobby.open().joined("ann");
        lobby.given(new ControlRoom(Rooms.ORGANIZER, null, null, Control.State.CLOSED, null));

        assertThat(lobby.at(Rooms.DRAWS).wake().all()).isEmpty();
    }

    @Test
    void aRoomThatIsClosedOnceItsRosterIsFrozenRevealsItsOrderAllTheSame() {
        Lobby lobby = Lobby.open(ROOMY).joined("ann", "bob").at(Rooms.DRAWS);
        Roster roster = roster(Policy.DRAW_1, leaf("ann", 1), leaf("bob", 2));
        Hash hash = new Draw(SEED, roster.root(), new byte[0]).order(roster).hash();

        var closing = lobby.when(new CloseRoom("catalogue"));
        assertThat(closing.due()).containsExactly(new RosterFrozen(roster.root(), 2));
        assertThat(closing.events()).singleElement().isInstanceOf(RoomControlled.class);
        assertThat(lobby.books().due(lobby.now())).containsExactly(Lobby.EVENT);
        assertThat(lobby.restart().later(Duration.ofDays(2)).wake().all()).containsExactly(new OrderDrawn(SEED, hash));
        assertThat(lobby.room().over()).isTrue();
        assertThat(lobby.books().due(lobby.now())).isEmpty();
        assertThat(lobby.restart().letInAll()).isEmpty();
    }

    @Test
    void aRoomThatIsClosedWhileItWaitsForItsBeaconStaysUndrawn() {
        Lobby lobby = frozen().given(new CloseRoom("catalogue"));
        assertThat(lobby.room().over()).isTrue();

        assertThat(refusal(lobby, 4711)).isEqualTo("queue_closed");
        assertThat(lobby.restart().wake().all()).isEmpty();
        assertThat(lobby.room().drawn()).isFalse();
    }

    private static Lobby frozen() {
        return Lobby.open(WITH_BEACON).joined("ann").at(Rooms.DRAWS).woken();
    }

    private static String refusal(Lobby lobby, long round) {
        return lobby.when(new PublishBeacon(Rooms.ORGANIZER, round, Rooms.randomness(42)))
                .refusal();
    }

    private static Roster roster(Policy policy, Leaf... leaves) {
        Roster.Builder roster = Roster.under(policy);
        for (Leaf leaf : leaves) {
            roster.add(leaf);
        }
        return roster.build();
    }

    private static Leaf leaf(String fan, int sequence) {
        return Leaf.of(pseudonym(fan), sequence, new ScoreInputs(Tier.NONE, 0, 0, 0), Policy.DRAW_1);
    }

    private static byte[] pseudonym(String fan) {
        return Rooms.SECRETS.pseudonym(Lobby.EVENT, fan).toArray();
    }
}
