package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionCommand.ArriveAtSale;
import io.onsale.topologies.admission.domain.AdmissionCommand.ControlRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.ShopperClosed;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionEnded;
import io.onsale.topologies.admission.domain.AdmissionEvent.AskedAgain;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanArrived;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansAdmitted;
import io.onsale.topologies.admission.domain.AdmissionEvent.PlaceFreed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopperTest {

    private static final Terms ONE = Rooms.terms(new Pace(1, 1_000));
    private static final Duration ARRIVE_WITHIN = Duration.ofMinutes(1);
    private static final Duration LASTS = Duration.ofMinutes(15);

    /** Ann is let in; her admission is e1.1. */
    private static Lobby withAnn() {
        Lobby lobby = Lobby.drawn(ONE, "ann");
        assertThat(lobby.letInAll()).containsExactly("ann");
        return lobby.joined("bob");
    }

    private static Lobby withAnnArrived() {
        return withAnn().given(new ArriveAtSale("ann", "e1.1"));
    }

    @Test
    void aFanIsLetInForAQuarterOfAnHour() {
        Lobby lobby = Lobby.open(ONE).joined("ann").at(Rooms.DRAWS).woken().woken();
        var outcome = lobby.wake();

        Admission admission = new Admission(1, "ann", "e1.1", Rooms.DRAWS.plus(LASTS));
        assertThat(outcome.due()).containsExactly(new FansAdmitted(List.of(admission), 1, 1));
    }

    @Test
    void noMoreAreLetInThanMayShop() {
        Lobby lobby = Lobby.drawn(Rooms.terms(), "ann", "bob", "cid");

        assertThat(lobby.letInAll()).hasSize(2);
    }

    @Test
    void whereNobodyMayShopNobodyIsLetIn() {
        assertThat(Lobby.drawn(Rooms.terms(new Pace(0, 1_000)), "ann").letInAll())
                .isEmpty();
    }

    @Test
    void loweringTheLimitExpelsNobodyAndLetsNobodyIn() {
        Lobby lobby = Lobby.drawn(Rooms.terms(), "ann", "bob", "cid");
        lobby.letInAll();
        lobby.given(new ControlRoom(Rooms.ORGANIZER, 1, null, null, null));
        String shopper = lobby.place("ann").state() == Place.State.ADMITTED ? "ann" : "bob";
        String admission = lobby.admissionOf(shopper);

        assertThat(lobby.room().count().shopping()).isEqualTo(2);
        lobby.given(new LeaveQueue(shopper, lobby.place(shopper).sequence()), new ShopperClosed(admission));
        assertThat(lobby.letInAll()).isEmpty();
    }

    @Test
    void raisingTheLimitLetsTheNextInAtOnce() {
        Lobby lobby = withAnn().given(new ControlRoom(Rooms.ORGANIZER, 2, null, null, null));

        assertThat(lobby.letInAll()).containsExactly("bob");
    }

    @Test
    void fansAreLetInNoFasterThanThePace() {
        Lobby lobby = Lobby.open(Rooms.terms(new Pace(1_000, 10)))
                .given(Lobby.batch(0, 100))
                .at(Rooms.DRAWS)
                .woken()
                .woken();
        Instant begin = lobby.now();
        int admitted = 0;
        while (lobby.now().isBefore(begin.plusSeconds(5))) {
            admitted += lobby.later(Duration.ofMillis(7)).wake().admitted().size();
            long elapsed = Duration.between(begin, lobby.now()).toMillis();
            assertThat(admitted).isLessThanOrEqualTo((int) ((elapsed + 250) / 100) + 1);
        }

        assertThat(admitted).isBetween(50, 53);
    }

    @Test
    void whatAPauseMissedIsNotCaughtUp() {
        Lobby lobby = Lobby.drawn(Rooms.terms(new Pace(1_000, 100)), "ann").given(Lobby.batch(0, 100));
        lobby.letInAll();
        lobby.given(Lobby.batch(100, 100)).later(Duration.ofMinutes(1));

        assertThat(lobby.wake().admitted().size()).isLessThanOrEqualTo(26);
    }

    @Test
    void noMoreAreLetInAtOnceThanATransactionHasTheTimeFor() {
        Lobby lobby = Lobby.open(Rooms.terms(new Pace(10_000, 100_000)))
                .given(Lobby.batch(0, 2_000))
                .at(Rooms.DRAWS)
                .woken()
                .woken();

        assertThat(lobby.wake().admitted()).hasSize(AdmitRules.MOST_AT_ONCE);
        assertThat(lobby.books().due(lobby.now()))
                .as("the alarm rings for the rest")
                .containsExactly(Lobby.EVENT);
        assertThat(lobby.letInAll()).hasSize(1_500);
    }

    @Test
    void thePaceIsReachedHoweverRarelyItIsLookedAtWithinAQuarterOfASecond() {
        Lobby lobby = Lobby.open(Rooms.terms(new Pace(10_000, 500)))
                .given(Lobby.batch(0, 4_000))
                .at(Rooms.DRAWS)
                .woken()
                .woken();
        int admitted = 0;
        for (int look = 0; look < 20; look++) {
            admitted += lobby.later(Duration.ofMillis(250)).wake().admitted().size();
        }

        assertThat(admitted).isBetween(5 * 500, 5 * 500 + 1);
    }

    @Test
    void theAlarmLeavesThePaceToTheLog() {
        Lobby lobby = Lobby.drawn(Rooms.terms(new Pace(2, 1)), "ann", "bob");
        assertThat(lobby.wake().admitted()).hasSize(1);
        assertThat(lobby.books().due(lobby.now())).containsExactly(Lobby.EVENT);
        assertThat(lobby.wake().all()).as("the pace allows nobody yet").isEmpty();

        Instant behind = lobby.later(Duration.ofSeconds(1)).now().minusSeconds(10);
        assertThat(lobby.books().due(behind))
                .as("a host's clock that is behind")
                .containsExactly(Lobby.EVENT);
        assertThat(lobby.wake().admitted()).hasSize(1);
        assertThat(lobby.books().due(lobby.now())).as("nobody waits").isEmpty();
        assertThat(lobby.joined("cid").books().due(lobby.now()))
                .as("no place is free")
                .isEmpty();
    }

    @Test
    void aDrainingRoomLetsInWhoeverWaits() {
        Lobby lobby =
                Lobby.open(ONE).joined("ann").paused().at(Rooms.DRAWS).woken().woken();
        lobby.given(new ControlRoom(Rooms.ORGANIZER, null, null, Control.State.DRAINING, null));

        assertThat(lobby.letInAll()).containsExactly("ann");
    }

    @Test
    void aClosedRoomLetsNobodyIn() {
        Lobby lobby = withAnn().given(new ControlRoom(Rooms.ORGANIZER, 9, null, Control.State.CLOSED, null));

        assertThat(lobby.letInAll()).isEmpty();
    }

    @Test
    void whoeverComesHasArrivedOnce() {
        Lobby lobby = withAnn();
        FanArrived arrived = new FanArrived(1, "ann", "e1.1");

        assertThat(lobby.when(new ArriveAtSale("ann", "e1.1")).events()).containsExactly(arrived);
        var again = lobby.when(new ArriveAtSale("ann", "e1.1"));
        assertThat(again.all()).isEmpty();
        assertThat(again.answer()).isEqualTo(arrived);
    }

    @Test
    void nobodyArrivesOnAnAdmissionThatIsNotTheirs() {
        Lobby lobby = withAnn();

        for (ArriveAtSale arrive : List.of(
                new ArriveAtSale("bob", "e1.1"),
                new ArriveAtSale("bob", "e1.2"),
                new ArriveAtSale("eve", "e1.1"),
                new ArriveAtSale("ann", "e1.2"),
                new ArriveAtSale("ann", "e2.1"),
                new ArriveAtSale("ann", "e1.01"),
                new ArriveAtSale("ann", "e1."),
                new ArriveAtSale("ann", "nonsense"))) {
            assertThat(lobby.when(arrive).refusal()).as(arrive.admissionId()).isNotEmpty();
            assertThat(lobby.when(arrive).all()).isEmpty();
        }
    }

    @Test
    void nobodyArrivesOnAnAdmissionThatEndedThoughThereIsANewOne() {
        Lobby lobby = withAnnArrived()
                .given(new LeaveQueue("ann", 1), new LeaveQueue("bob", 2), new ShopperClosed("e1.1"))
                .given(new JoinQueue(List.of(Rooms.again("ann", "again"))));
        assertThat(lobby.letInAll()).containsExactly("ann");

        assertThat(lobby.when(new ArriveAtSale("ann", "e1.1")).refusal()).isEqualTo("admission_ended");
        assertThat(lobby.when(new ArriveAtSale("ann", "e1.3")).events()).hasSize(1);
    }

    @Test
    void whoeverDoesNotComeLosesThePlace() {
        Lobby lobby =
                Lobby.open(ONE).joined("ann").at(Rooms.DRAWS).woken().woken().woken();

        assertThat(lobby.at(Rooms.DRAWS.plus(ARRIVE_WITHIN).minusMillis(1))
                        .wake()
                        .all())
                .isEmpty();
        assertThat(lobby.at(Rooms.DRAWS.plus(ARRIVE_WITHIN)).wake().all())
                .containsExactly(new AdmissionEnded(1, "ann", "e1.1", Rooms.DRAWS.plus(LASTS), AdmissionEnd.NO_SHOW));
    }

    @Test
    void whoeverComesTooLateFindsTheAdmissionEnded() {
        Lobby lobby = withAnn().later(ARRIVE_WITHIN);

        assertThat(lobby.when(new ArriveAtSale("ann", "e1.1")).refusal()).isEqualTo("admission_ended");
    }

    @Test
    void anAdmissionExpires() {
        Lobby lobby = withAnnArrived();
        Instant expiresAt = Objects.requireNonNull(lobby.place("ann").expiresAt());

        assertThat(lobby.at(expiresAt.minusMillis(1)).wake().all()).isEmpty();
        assertThat(lobby.at(expiresAt).wake().all())
                .containsExactly(new AdmissionEnded(1, "ann", "e1.1", expiresAt, AdmissionEnd.EXPIRED));
    }

    @Test
    void leavingAfterBeingLetInEndsTheAdmission() {
        var outcome = withAnnArrived().when(new LeaveQueue("ann", 1));

        assertThat(outcome.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        AdmissionEnded.class, ended -> assertThat(ended.why()).isEqualTo(AdmissionEnd.LEFT));
        assertThat(outcome.answer()).isEqualTo(outcome.events().getFirst());
    }

    @Test
    void aPlaceIsFreeOnlyWhenInventorySaysThatNothingIsLeft() {
        Lobby lobby = withAnnArrived().given(new LeaveQueue("ann", 1));
        assertThat(lobby.letInAll()).isEmpty();

        assertThat(lobby.when(new ShopperClosed("e1.1")).events()).containsExactly(new PlaceFreed("e1.1", 1, 0));
        assertThat(lobby.letInAll()).containsExactly("bob");
    }

    @Test
    void whoeverBoughtEverythingIsFinished() {
        var outcome = withAnnArrived().when(new ShopperClosed("e1.1"));

        assertThat(outcome.events()).hasSize(2);
        assertThat(outcome.events().getFirst())
                .isInstanceOfSatisfying(
                        AdmissionEnded.class, ended -> assertThat(ended.why()).isEqualTo(AdmissionEnd.FINISHED));
        assertThat(outcome.events().getLast()).isEqualTo(new PlaceFreed("e1.1", 1, 0));
    }

    @Test
    void whatInventorySaysTwiceFreesOnePlace() {
        Lobby lobby = withAnnArrived().given(new ShopperClosed("e1.1"));

        assertThat(lobby.letInAll()).containsExactly("bob");

        assertThat(lobby.when(new ShopperClosed("e1.1")).all()).isEmpty();
        assertThat(lobby.room().count().shopping()).isEqualTo(1);
    }

    @Test
    void whatInventorySaysOfAnAdmissionThatNeverWasMeansNothing() {
        Lobby lobby = withAnn();

        for (String id : List.of("e1.2", "e1.9", "e2.1", "e1", "", "e1.-1", "e1.1 ")) {
            assertThat(lobby.when(new ShopperClosed(id)).all()).as(id).isEmpty();
        }
        assertThat(lobby.room().count().shopping()).isEqualTo(1);
    }

    @Test
    void whoeverComesBackBeforeInventoryHasSpokenIsCountedOnceForEachTime() {
        Lobby lobby = withAnnArrived()
                .given(new LeaveQueue("ann", 1), new LeaveQueue("bob", 2))
                .given(new JoinQueue(List.of(Rooms.again("ann", "again"))));
        assertThat(lobby.letInAll()).isEmpty();
        lobby.given(new ControlRoom(Rooms.ORGANIZER, 2, null, null, null));
        assertThat(lobby.letInAll()).containsExactly("ann");
        assertThat(lobby.room().count().shopping()).isEqualTo(2);

        assertThat(lobby.restart().when(new ShopperClosed("e1.1")).events())
                .containsExactly(new PlaceFreed("e1.1", 1, 1));
        assertThat(lobby.place("ann").state()).isEqualTo(Place.State.ADMITTED);
    }

    @Test
    void inventoryIsAskedAgainAfterPausesThatGrow() {
        Lobby lobby = withAnnArrived().given(new LeaveQueue("ann", 1));
        Instant ended = lobby.now();
        Instant expiresAt = Objects.requireNonNull(lobby.place("ann").expiresAt());

        assertThat(lobby.at(ended.plus(Shopper.FIRST_PAUSE).minusMillis(1))
                        .wake()
                        .all())
                .isEmpty();
        assertThat(lobby.at(ended.plus(Shopper.FIRST_PAUSE)).wake().all())
                .containsExactly(new AskedAgain(1, "ann", "e1.1", expiresAt, 1));
        Instant asked = lobby.now();
        assertThat(lobby.at(asked.plus(Shopper.FIRST_PAUSE)).wake().all()).isEmpty();
        assertThat(lobby.at(asked.plus(Shopper.FIRST_PAUSE.multipliedBy(2)))
                        .wake()
                        .all())
                .containsExactly(new AskedAgain(1, "ann", "e1.1", expiresAt, 2));
        for (int times = 3; times < 20; times++) {
            assertThat(lobby.later(Duration.ofHours(1)).wake().all())
                    .containsExactly(new AskedAgain(1, "ann", "e1.1", expiresAt, times));
        }
    }

    @Test
    void whatACommandSeesHasEndedHoweverMuchElseIsDue() {
        Lobby lobby = Lobby.open(Rooms.terms(new Pace(10_000, 100_000)))
                .given(Lobby.batch(0, 1_200))
                .at(Rooms.DRAWS);
        String late = lobby.letInAll().getLast();
        lobby.later(ARRIVE_WITHIN);
        var outcome = lobby.when(new ArriveAtSale(late, lobby.admissionOf(late)));

        assertThat(outcome.refusal()).isEqualTo("admission_ended");
        assertThat(outcome.due()).hasSizeBetween(ShopperRules.MOST_AT_ONCE, ShopperRules.MOST_AT_ONCE + 1);
        String other = IntStream.range(0, 1_200)
                .mapToObj(i -> "fan" + i)
                .filter(fan -> lobby.place(fan).state() == Place.State.ADMITTED)
                .reduce((first, second) -> second)
                .orElseThrow();
        var joins = lobby.when(new JoinQueue(List.of(Rooms.again(other, "again"))));
        assertThat(joins.place().state()).isEqualTo(Place.State.WAITING);
    }
}
