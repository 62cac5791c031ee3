package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionCommand.ArriveAtSale;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.RateFan;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanLeft;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanRated;
import io.onsale.waiting.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final Terms ROOMY = Rooms.terms(new Pace(100, 100_000));

    @Test
    void leavingWhileWaitingIsAnEventAndTheAnswer() {
        Lobby lobby = Lobby.open(ROOMY).joined("ann", "bob");
        var outcome = lobby.when(new LeaveQueue("ann", 1));

        assertThat(outcome.events()).containsExactly(new FanLeft(1, "ann"));
        assertThat(outcome.answer()).isEqualTo(new FanLeft(1, "ann"));
        assertThat(lobby.at(Rooms.DRAWS).letInAll()).containsExactly("bob");
    }

    @Test
    void leavingTwiceIsLeavingOnce() {
        Lobby lobby = Lobby.open().joined("ann").given(new LeaveQueue("ann", 1));
        var again = lobby.when(new LeaveQueue("ann", 1));

        assertThat(again.all()).isEmpty();
        assertThat(again.answer()).isEqualTo(new FanLeft(1, "ann"));
    }

    @Test
    void aPlaceThatTheFanHasHadSinceIsNotMeant() {
        Lobby lobby = Lobby.open()
                .joined("ann")
                .given(new LeaveQueue("ann", 1), new JoinQueue(List.of(Rooms.again("ann", "again"))));
        var outcome = lobby.when(new LeaveQueue("ann", 1));

        assertThat(outcome.all()).isEmpty();
        assertThat(outcome.answer()).isEqualTo(new FanLeft(1, "ann"));
        assertThat(lobby.place("ann").state()).isEqualTo(Place.State.WAITING);
    }

    @Test
    void aPlaceThatNeverWasCannotBeGivenUp() {
        Lobby lobby = Lobby.open().joined("ann");

        for (LeaveQueue leave : List.of(
                new LeaveQueue("bob", 1),
                new LeaveQueue("ann", 2),
                new LeaveQueue("ann", 0),
                new LeaveQueue("ann", Long.MAX_VALUE))) {
            assertThat(lobby.when(leave).refusal()).isEqualTo("not_in_queue");
            assertThat(lobby.when(leave).all()).isEmpty();
        }
    }

    @Test
    void aBotThatIsFoundAfterTheDrawGoesToTheVeryEndAtOnce() {
        Lobby lobby = Lobby.open(ROOMY)
                .joined("ann", "bob", "cid")
                .paused()
                .at(Rooms.DRAWS)
                .woken()
                .woken()
                .joined("dee");
        String first = lobby.books().view(Lobby.EVENT).next(1).getFirst().fanId();
        int sequence = lobby.place(first).sequence();
        var outcome = lobby.when(Rooms.suspect(first));

        assertThat(outcome.answer())
                .isEqualTo(new FanRated(first, new Rating(Tier.NONE, 900), "clicks like a clock", sequence));
        assertThat(lobby.joined("eve").resumed().letInAll()).endsWith("eve", first);
    }

    @Test
    void whoeverWasMovedStaysThereHoweverTrustedLater() {
        Lobby lobby =
                Lobby.open(ROOMY).joined("ann", "bob").paused().at(Rooms.DRAWS).woken();
        lobby.given(Rooms.suspect("ann"), Rooms.trust("ann"), Rooms.suspect("ann"));

        assertThat(lobby.room().count().moved()).isEqualTo(1);
        assertThat(lobby.resumed().letInAll()).containsExactly("bob", "ann");
    }

    @Test
    void aSuspectOfTheRosterIsAheadOfWhoeverIsMovedLater() {
        Lobby lobby = Lobby.open(ROOMY)
                .joined("ann", "bob")
                .given(Rooms.suspect("bob"))
                .paused()
                .at(Rooms.DRAWS);
        lobby.woken().given(Rooms.suspect("ann")).woken();

        assertThat(lobby.resumed().letInAll()).containsExactly("bob", "ann");
    }

    @Test
    void beforeTheFreezeATrustedFanIsNoSuspectAnyMore() {
        Lobby lobby = Lobby.open(ROOMY).joined("ann", "bob").given(Rooms.suspect("ann"), Rooms.trust("ann"));
        lobby.given(Rooms.tier("ann", Tier.GOLD)).at(Rooms.DRAWS);

        assertThat(lobby.letInAll()).containsExactly("ann", "bob");
        assertThat(lobby.room().count().moved()).isZero();
    }

    @Test
    void afterTheFreezeABetterTierMovesNobody() {
        Lobby lobby = Lobby.open(ROOMY).paused().at(Rooms.DRAWS).woken().joined("ann", "bob");

        assertThat(lobby.when(Rooms.tier("bob", Tier.PLATINUM)).answer())
                .isEqualTo(new FanRated("bob", new Rating(Tier.PLATINUM, 0), "a member", null));
        assertThat(lobby.resumed().letInAll()).containsExactly("ann", "bob");
    }

    @Test
    void whoeverWasLetInIsMovedNowhere() {
        Lobby lobby = Lobby.drawn(ROOMY, "ann");
        lobby.letInAll();

        assertThat(lobby.when(Rooms.suspect("ann")).answer())
                .isEqualTo(new FanRated("ann", new Rating(Tier.NONE, 900), "clicks like a clock", null));
    }

    @Test
    void theSameRatingAgainIsAnsweredAndDoesNotHappen() {
        Lobby lobby = Lobby.open().given(Rooms.suspect("ann"));

        assertThat(lobby.when(Rooms.suspect("ann")).all()).isEmpty();
        assertThat(lobby.when(Rooms.suspect("ann")).answer()).isInstanceOf(FanRated.class);
    }

    @Test
    void anotherOrganizerRatesNobody() {
        var outcome = Lobby.open().when(new RateFan(Lobby.somebodyElse(), "ann", Tier.PLATINUM, null, ""));

        assertThat(outcome.refusal()).isEqualTo("not_your_event");
        assertThat(outcome.all()).isEmpty();
    }

    @Test
    void aScoreHasBounds() {
        for (int score : new int[] {-1, 1001}) {
            assertThat(Lobby.open()
                            .when(new RateFan(Rooms.OPERATOR, "ann", null, score, ""))
                            .refusal())
                    .isEqualTo("bad_score");
        }
    }

    @Test
    void withoutARoomThereIsNothingToLeaveOrToRate() {
        Lobby lobby = new Lobby();

        assertThat(lobby.when(new LeaveQueue("ann", 1)).refusal()).isEqualTo("no_waiting_room");
        assertThat(lobby.when(Rooms.suspect("ann")).refusal()).isEqualTo("no_waiting_room");
        assertThat(lobby.when(new ArriveAtSale("ann", "e1.1")).refusal()).isEqualTo("no_waiting_room");
        assertThat(lobby.rows().ratings().rows()).isEmpty();
    }
}
