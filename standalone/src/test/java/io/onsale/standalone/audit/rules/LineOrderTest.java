package io.onsale.standalone.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.standalone.audit.RoomStory;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineOrderTest {

    private static final Hash OTHER = Hash.ofHex("0f".repeat(32));
    private static final String[] FANS = {"ann", "bob", "cat", "dan", "eva", "fay", "gus", "hal"};

    @Test
    void acceptsALineAsItWasDrawn() {
        RoomStory story =
                drawn().joined("ian").joinedSuspected("bot").joined("joe").admitted(99);

        assertFindings(story).isEmpty();
    }

    @Test
    void acceptsAnOrderThatIsRevealedOnceTheLineIsClosed() {
        RoomStory story = RoomStory.opened(99)
                .joined(FANS)
                .at(0)
                .frozen()
                .controlled(99, RoomState.CLOSED)
                .drawn();

        assertFindings(story).isEmpty();
        assertFindings(RoomStory.opened(99)
                        .at(0)
                        .frozen()
                        .controlled(99, RoomState.CLOSED)
                        .drawn(OTHER, OTHER))
                .contains("the commitment of a draw is not what it comes to");
    }

    @Test
    void acceptsWhoLeavesWhoIsRatedAndWhoComesBack() {
        RoomStory story = RoomStory.opened(99)
                .joined(FANS)
                .rated("ann", 950)
                .left("bob")
                .joined("bob")
                .at(0)
                .frozen()
                .drawn()
                .left("cat")
                .joined("cat")
                .rated("dan", 900)
                .joinedSuspected("bot")
                .rated("dan", 10)
                .admitted(4);
        String let = story.admitted(4).next(1)[0];

        assertFindings(story.admitted(1).ended(let).joined(let).admitted(9)).isEmpty();
    }

    @Test
    void acceptsADrawThatWaitedForItsBeacon() {
        RoomStory story = RoomStory.withBeacon()
                .joined(FANS)
                .at(0)
                .frozen()
                .joined("ian")
                .joinedSuspected("bot")
                .left("ann")
                .rated("bob", 900)
                .heard(7)
                .drawn()
                .admitted(9);

        assertFindings(story).isEmpty();
    }

    /** The line that decides against the one that judges, step by step. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithTheLineThatDecides(long seed) {
        Random random = new Random(seed);
        RoomStory story = RoomStory.opened(10_000);
        int fans = 20 + random.nextInt(200);
        IntStream.range(0, fans).forEach(fan -> {
            if (random.nextInt(8) == 0) {
                story.joinedSuspected("fan" + fan);
            } else {
                story.at(-random.nextInt(400) - 1L).joined("fan" + fan);
            }
        });
        story.at(0).frozen().drawn();
        for (int step = 0; step < 200; step++) {
            switch (random.nextInt(4)) {
                case 0 -> story.joined("late" + step);
                case 1 -> story.joinedSuspected("bot" + step);
                case 2 -> story.admitted(random.nextInt(5));
                default -> {
                    String[] next = story.next(1 + random.nextInt(30));
                    if (next.length > 0) {
                        story.rated(next[next.length - 1], 901);
                    }
                }
            }
        }

        assertFindings(story.admitted(10_000)).as("seed %d", seed).isEmpty();
    }

    @Test
    void findsAnotherOrderOfAdmission() {
        RoomStory story = drawn();
        String[] next = story.next(3);
        story.admitted(99, next[1]).admitted(99, next[0]).admitted(99, next[2]);

        assertFindings(story)
                .satisfiesExactly(what -> assertThat(what).matches("place \\d is let in where place \\d is next"));
    }

    @Test
    void findsAFanWhoIsPreferredToTheFirstCohort() {
        RoomStory story = drawn().joined("vip");

        assertFindings(story.admitted(99, "vip"))
                .satisfiesExactly(what -> assertThat(what).startsWith("place 9 is let in where place"));
    }

    @Test
    void findsOneWhoIsLetInTwiceOrNeverWaited() {
        RoomStory story = drawn();
        String first = story.next(1)[0];

        assertFindings(story.admitted(1).admitted(99, first)).contains("somebody is let in who does not wait");
    }

    @Test
    void findsAPersonWithTwoPlaces() {
        RoomStory story = RoomStory.opened(9).joinedAs(7, "guest");

        assertFindings(story.joinedAs(7, "ann")).containsExactly("a person has two places");
        assertFindings(RoomStory.opened(9).joinedAs(7, "guest").left("guest").joinedAs(7, "ann"))
                .isEmpty();
    }

    @Test
    void findsFansLetInBeforeTheDraw() {
        RoomStory story = RoomStory.opened(9).joined("ann").admitted(9, "ann");

        assertFindings(story)
                .contains("fans are let in before the order is drawn", "place 1 is let in where nobody is next");
    }

    @Test
    void findsASeedThatWasRolledAgain() {
        assertFindings(RoomStory.opened(9).joined(FANS).at(0).frozen().rerolled(OTHER))
                .containsExactly("the commitment of a draw is not what it comes to");
    }

    @Test
    void findsAnotherRoot() {
        assertFindings(RoomStory.opened(9).joined(FANS).at(0).frozenFor(OTHER, 8))
                .containsExactly("the root of a draw is not what it comes to");
    }

    @Test
    void findsAFanWhoWasLeftOutOfTheRoster() {
        RoomStory honest = RoomStory.opened(9).joined("ann", "bob").at(0);

        assertFindings(honest.frozenFor(OTHER, 1))
                .containsExactly("2 take part where 1 are told to", "the root of a draw is not what it comes to");
    }

    @Test
    void findsAnotherOrder() {
        assertFindings(RoomStory.opened(9).joined(FANS).at(0).frozen().drawn(RoomStory.SEED, OTHER))
                .containsExactly("the order of a draw is not what it comes to");
    }

    @Test
    void findsAFanWithTwoPlaces() {
        assertFindings(RoomStory.opened(9).joined("ann", "ann")).containsExactly("a fan has two places");
        assertFindings(drawn().admitted(8).joined("ann")).containsExactly("a fan has two places");
    }

    @Test
    void findsANumberThatIsMissing() {
        assertFindings(RoomStory.opened(9).joined("ann").skipping().joined("bob"))
                .containsExactly("place 3 is given after place 1");
    }

    @Test
    void findsAPlaceInTheWrongCohort() {
        assertFindings(drawn().joined("bot", 900, Cohort.SECOND))
                .containsExactly("a place is in cohort SECOND where LAST is due");
        assertFindings(RoomStory.opened(9).joined("vip", 0, Cohort.SECOND))
                .containsExactly("a place is in cohort SECOND where FIRST is due");
    }

    @Test
    void findsABotThatStaysAndAFanWhoIsMoved() {
        assertFindings(drawn().rated("ann", 900, null)).containsExactly("a suspected bot stays where it is");
        assertFindings(drawn().rated("ann", 100, 1L)).containsExactly("a place moves that may not");
    }

    @Test
    void findsARosterFrozenEarlyOrTwice() {
        assertFindings(RoomStory.opened(9).joined("ann").at(-1).frozen())
                .containsExactly("a roster is frozen before its time");
        assertFindings(RoomStory.opened(9).at(0).frozen().frozen()).containsExactly("a roster is frozen twice");
    }

    @Test
    void findsWhoIsSlippedIntoARosterThatIsFrozenLate() {
        String late = "something happens to a roster that was to be frozen at 2026-12-01T11:00:00Z";

        assertFindings(RoomStory.opened(9)
                        .joined("ann")
                        .at(300)
                        .joined("vip")
                        .at(360)
                        .frozen()
                        .drawn())
                .containsExactly(late);
        assertFindings(RoomStory.opened(9).joined("ann").at(0).left("ann").frozen())
                .containsExactly(late);
        assertFindings(RoomStory.opened(9).joined("ann").at(0).rated("ann", 900).frozen())
                .containsExactly(late);
        assertFindings(RoomStory.opened(9).at(0).changed(Policy.LOTTERY_1)).containsExactly(late);
        assertFindings(RoomStory.opened(9).joined("ann").at(300).frozen().drawn())
                .as("nothing happened meanwhile")
                .isEmpty();
    }

    @Test
    void acceptsWhoLeavesARoomThatWasClosedBeforeItsDraw() {
        assertFindings(RoomStory.opened(9)
                        .joined("ann")
                        .controlled(9, RoomState.CLOSED)
                        .at(60)
                        .left("ann"))
                .isEmpty();
    }

    @Test
    void findsEarlinessThatWasMadeUp() {
        assertFindings(RoomStory.opened(9)
                        .joined("vip", 0, Cohort.FIRST, RoomStory.DRAW.minusSeconds(300))
                        .at(0)
                        .frozen())
                .containsExactly("a place is given at 2026-12-01T10:59:00Z as of 2026-12-01T10:55:00Z");
    }

    @Test
    void findsABeaconThatSpeaksWhileFansStillJoin() {
        String joining = "fans join until 2026-12-01T11:00:00Z, when the beacon has spoken at ";

        assertFindings(RoomStory.withBeacon(new Beacon("lottery", 7L, RoomStory.DRAW)))
                .containsExactly(joining + "2026-12-01T11:00:00Z");
        assertFindings(RoomStory.withBeacon(new Beacon("drand quicknet", 1L, null)))
                .containsExactly(joining + "2023-08-23T15:09:27Z");
        assertFindings(RoomStory.withBeacon(new Beacon("drand default", 2L, RoomStory.DRAW.plusSeconds(60))))
                .containsExactly("a round of a beacon is due at 2020-07-22T15:18:00Z, not at 2026-12-01T11:01:00Z");
        assertFindings(RoomStory.withBeacon(new Beacon("lottery", 7L, null)))
                .as("nobody asked when it is due")
                .isEmpty();
    }

    @Test
    void findsABeaconThatIsNotWaitedFor() {
        assertFindings(RoomStory.withBeacon().joined(FANS).at(0).frozen().drawn())
                .contains("an order is drawn without its beacon");
        assertFindings(RoomStory.withBeacon().at(0).frozen().heard(8))
                .containsExactly("another round of the beacon is heard than the one bound");
        assertFindings(RoomStory.withBeacon().heard(7))
                .containsExactly("a beacon is heard before the roster is frozen or after the draw");
        assertFindings(RoomStory.withBeacon().at(0).frozen().heard(7, new byte[48]))
                .containsExactly("a beacon is heard whose value is no round's randomness");
    }

    @Test
    void findsAnotherPolicyOnceSomebodyHasJoined() {
        assertFindings(RoomStory.opened(9).changed(Policy.LOTTERY_1)).isEmpty();
        assertFindings(RoomStory.opened(9).joined("ann").changed(Policy.LOTTERY_1))
                .containsExactly("what a draw goes by is changed after somebody has joined");
    }

    @Test
    void findsAPlaceGivenUpThatNobodyWaitsAt() {
        assertFindings(drawn().left("ann").left("ann")).containsExactly("a place is given up that nobody waits at");
    }

    @Test
    void findsADrawThatIsWithheld() {
        RoomStory frozen = RoomStory.opened(9).joined(FANS).at(0).frozen();

        assertEnd(frozen, Duration.ofSeconds(59)).isEmpty();
        assertEnd(frozen, Duration.ofSeconds(61)).containsExactly("a draw is withheld that has nothing to wait for");
        assertEnd(frozen.drawn(), Duration.ofSeconds(61)).isEmpty();
    }

    @Test
    void findsABeaconThatIsWithheldADayAfterItsRoundWasDue() {
        RoomStory frozen = RoomStory.withBeacon().joined(FANS).at(0).frozen();
        Duration dayAfterTheRound = Duration.ofDays(1).plusSeconds(60);

        assertEnd(frozen, dayAfterTheRound).isEmpty();
        assertEnd(frozen, dayAfterTheRound.plusSeconds(1))
                .containsExactly("what a beacon said is withheld, and so is the draw");
        assertEnd(frozen.heard(7), Duration.ofSeconds(61))
                .containsExactly("a draw is withheld that has nothing to wait for");
        assertEnd(frozen.drawn(), dayAfterTheRound.plusSeconds(1)).isEmpty();
    }

    @Test
    void acceptsThatALineWhichWasClosedBeforeItsBeaconWasHeardStaysUndrawn() {
        RoomStory story = RoomStory.withBeacon().joined(FANS).at(0).frozen().controlled(9, RoomState.CLOSED);

        assertEnd(story, Duration.ofDays(3)).isEmpty();
    }

    @Test
    void findsThatADrawWithNothingToWaitForIsNotMadeBecauseTheLineWasClosed() {
        RoomStory story = RoomStory.opened(9).joined(FANS).at(0).frozen().controlled(9, RoomState.CLOSED);

        assertEnd(story, Duration.ofSeconds(61)).containsExactly("a draw is withheld that has nothing to wait for");
    }

    @Test
    void excusesATopologyThatWasStoppedBeforeItDrewWhereItMayHaveBeen() {
        RoomStory story = RoomStory.opened(9).joined(FANS).at(0).frozen();
        LineOrder rule = new LineOrder(true);
        story.log().forEach(rule::see);

        assertThat(rule.end(RoomStory.DRAW.plusSeconds(61))).isEmpty();
    }

    @Test
    void excusesNobodyWhoWithholdsWhatABeaconSaidByAStoppedTopology() {
        RoomStory story = RoomStory.withBeacon().joined(FANS).at(0).frozen();
        LineOrder rule = new LineOrder(true);
        story.log().forEach(rule::see);

        assertThat(rule.end(RoomStory.DRAW.plus(Duration.ofDays(2)))).hasSize(1);
    }

    @Test
    void findsWhatHappensInARoomThatWasNeverOpened() {
        List<Logged> log = RoomStory.opened(9).joined("ann").log();
        LineOrder rule = new LineOrder(false);

        assertThat(rule.see(log.get(1)))
                .extracting(Finding::what)
                .containsExactly("something happens in a waiting room that was never opened");
    }

    private static RoomStory drawn() {
        return RoomStory.opened(99).joined(FANS).at(0).frozen().drawn();
    }

    /** What is found at the end of a log that is read so long after the draw. */
    private static ListAssert<String> assertEnd(RoomStory story, Duration afterTheDraw) {
        LineOrder rule = new LineOrder(false);
        story.log().forEach(rule::see);
        return assertThat(rule.end(RoomStory.DRAW.plus(afterTheDraw)).stream()
                .map(Finding::what)
                .toList());
    }

    private static ListAssert<String> assertFindings(RoomStory story) {
        LineOrder rule = new LineOrder(false);
        return assertThat(story.log().stream()
                .flatMap(logged -> rule.see(logged).stream())
                .map(Finding::what)
                .toList());
    }
}
