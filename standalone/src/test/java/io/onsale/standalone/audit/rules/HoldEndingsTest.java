package io.onsale.standalone.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldEndingsTest extends RulesTest {

    private static Rule strict() {
        return new HoldEndings(false);
    }

    private static Rule tolerant() {
        return new HoldEndings(true);
    }

    @Test
    void acceptsReleasesBeforeAndExpiriesAtTheDeadline() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .held("h2", "bob", "A-1-2")
                .at(9_999)
                .released("h1")
                .at(11_000)
                .expired("h2")
                .held("h3", "bob", "A-1-2");

        assertFindings(strict(), story, 21_000).isEmpty();
    }

    @Test
    void findsAReleaseAtTheDeadlineAndAfterIt() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .held("h2", "ann", "A-1-2")
                .at(10_000)
                .released("h1")
                .at(10_250)
                .released("h2");

        assertFindings(strict(), story)
                .containsExactly(
                        "a hold is released 0 ms after its deadline", "a hold is released 250 ms after its deadline");
    }

    @Test
    void findsASeatHeldAnewBeforeTheOverdueHoldExpired() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .at(10_400)
                .held("h2", "bob", "A-1-1")
                .expired("h1");

        assertFindings(strict(), story).containsExactly("seat A-1-1 is held anew before an overdue hold expired");
    }

    @Test
    void findsARefusalBecauseOfAnOverdueHold() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .at(9_000)
                .refused("h2", "bob", "A-1-1")
                .at(10_400)
                .refused("h3", "bob", "A-1-1")
                .expired("h1");

        assertFindings(strict(), story).containsExactly("seat A-1-1 is refused because of an overdue hold");
    }

    @Test
    void findsAnExpiryMoreThanASecondLate() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").at(11_001).expired("h1");

        assertFindings(strict(), story).containsExactly("a hold expires 1001 ms after its deadline");
    }

    @Test
    void findsAnExpiryThatIsEarlyOrOfAnotherDeadline() {
        Story early = Story.opened().held("h1", "ann", "A-1-1").at(9_999).expired("h1");
        Story other =
                Story.opened().held("h1", "ann", "A-1-1").at(10_500).expired("h1", Story.OPENING.plusMillis(10_400));

        assertFindings(strict(), early).singleElement().asString().startsWith("a hold expires before its deadline");
        assertFindings(strict(), other).singleElement().asString().startsWith("a hold expires by another deadline");
    }

    @Test
    void findsAHoldThatEndsTwice() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .released("h1")
                .at(10_000)
                .expired("h1");

        assertFindings(strict(), story).containsExactly("a hold ends twice");
    }

    @Test
    void findsAnEndOfAHoldThatWasNeverGivenOrIsAnotherFans() {
        Story unknown = Story.opened().released("h9", "ann", List.of("A-1-1"));
        Story stolen = Story.opened().held("h1", "ann", "A-1-1").released("h1", "bob", List.of("A-1-1"));

        assertFindings(strict(), unknown).containsExactly("a hold ends that was never given");
        assertFindings(strict(), stolen).containsExactly("a hold ends for another fan, bob");
    }

    @Test
    void findsAHoldGivenTwice() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").held("h1", "ann", "A-1-2");

        assertFindings(strict(), story).containsExactly("a hold is given twice");
    }

    @Test
    void findsAHoldThatIsStillOpenTooLongAfterItsDeadline() {
        Story story = Story.opened().held("h1", "ann", "A-1-1");

        assertFindings(strict(), story, 11_000).isEmpty();
        assertFindings(strict(), story, 11_500).containsExactly("a hold is open 1500 ms after its deadline");
        assertThat(findings(strict(), story, 11_500).getFirst().place())
                .contains(story.log().getLast().place());
    }

    @Test
    void withRestartsAnExpiryMayBeAsLateAsItsPartitionWasSilent() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .held("h2", "bob", "A-1-2")
                .at(60_000)
                .expired("h1")
                .at(60_900)
                .expired("h2");

        assertFindings(tolerant(), story).isEmpty();
        assertFindings(strict(), story).hasSize(2);
    }

    @Test
    void withRestartsAnExpiryIsStillLateWhereItsPartitionWasAlive() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").show("event-2");
        for (int second = 1; second <= 13; second++) {
            story.at(second * 900L).refused("h2", "bob", "A-1-9");
        }
        story.at(12_000).expired("h1");

        assertFindings(tolerant(), story).contains("a hold expires 2000 ms after its deadline");
    }

    @Test
    void withRestartsAnExpiryIsLateASecondAfterItsPartitionCameToLife() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .at(60_000)
                .refused("h2", "bob", "A-1-9")
                .at(61_001)
                .expired("h1");

        assertFindings(tolerant(), story).containsExactly("a hold expires 51001 ms after its deadline");
    }

    @Test
    void withRestartsAHoldMayStayOpenWhileNothingRuns() {
        Story silent = Story.opened().held("h1", "ann", "A-1-1");
        Story alive = Story.opened().held("h1", "ann", "A-1-1").at(30_000).refused("h2", "bob", "A-1-9");

        assertFindings(tolerant(), silent, 60_000).isEmpty();
        assertFindings(tolerant(), alive, 60_000).containsExactly("a hold is open 50000 ms after its deadline");
    }

    @Test
    void acceptsThatWhatIsOwnedNeverExpires() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .at(9_999)
                .confirmed("h1")
                .at(30_000)
                .refused("h2", "bob", "A-1-1")
                .returned("h1", "A-1-1");

        assertFindings(strict(), story, 60_000).isEmpty();
    }

    @Test
    void findsAConfirmationAfterTheDeadline() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").at(10_001).confirmed("h1");

        assertFindings(strict(), story).containsExactly("a hold is confirmed 1 ms after its deadline");
    }

    @Test
    void findsThatWhatIsOwnedExpiresOrIsReleased() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .held("h2", "ann", "A-1-2")
                .confirmed("h1")
                .confirmed("h2")
                .at(10_000)
                .expired("h1")
                .released("h2");

        assertFindings(strict(), story)
                .containsExactly("a hold is expired that an order owns", "a hold is released that an order owns");
    }

    @Test
    void findsAConfirmationOfWhatHadEnded() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").released("h1").confirmed("h1");

        assertFindings(strict(), story).containsExactly("a hold is confirmed that is not open");
    }

    @Test
    void anExtendedHoldEndsByItsNewDeadline() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .held("h2", "bob", "A-1-2")
                .at(9_000)
                .extended("h1", 20_000)
                .at(10_500)
                .extended("h2", 20_000)
                .at(12_000)
                .released("h1")
                .refused("h3", "bob", "A-1-2");

        assertFindings(strict(), story, 15_000).containsExactly("a hold is extended 500 ms after its deadline");
    }
}
