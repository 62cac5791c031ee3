package io.onsale.standalone.audit.rules;

import static io.onsale.standalone.audit.Story.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NightBatchesTest extends RulesTest {

    private static final long HOUR = 3_600_000;

    @Test
    void acceptsABatchThatComesBackAtItsInstant() {
        Story story = waiting().at(NIGHT).batch("A-1-1", "A-1-2");

        assertFindings(new NightBatches(false), story, 100 * HOUR).isEmpty();
    }

    @Test
    void acceptsPortionsThatFollowEachOther() {
        Story story = waiting().at(NIGHT + 900).batch("A-1-1").at(NIGHT + 1_800).batch("A-1-2");

        assertFindings(new NightBatches(false), story, 100 * HOUR).isEmpty();
    }

    @Test
    void findsACommitmentThatIsNotKept() {
        Story story = waiting().at(NIGHT + 5).batchAt(NIGHT + 5, "A-1-1", "A-1-2");

        assertFindings(new NightBatches(false), story)
                .containsExactly("a batch is not bound to what is revealed of it");
    }

    @Test
    void findsABatchBoundToNothing() {
        Story story = owned().withheldBound(null, "A-1-1");

        assertFindings(new NightBatches(false), story)
                .containsExactly("places wait in a batch that is bound to nothing");
    }

    @Test
    void findsABatchBoundAnew() {
        Story story = owned().withheld("h1", "A-1-1").withheldBound(NIGHT + 1, "A-1-2");

        assertFindings(new NightBatches(false), story).containsExactly("a batch is bound anew");
    }

    @Test
    void findsABatchThatComesBackEarly() {
        Story story = waiting().at(NIGHT - 1).batch("A-1-1", "A-1-2");

        assertThat(findings(new NightBatches(false), story, 0))
                .extracting(Finding::what)
                .singleElement()
                .asString()
                .startsWith("a batch comes back before its instant");
    }

    @Test
    void acceptsABatchThatComesBackEarlyBecauseItsPerformanceWasMovedBeforeIt() {
        Story moved = waiting().moved(Duration.ofDays(29)).at(NIGHT - 500).batch("A-1-1", "A-1-2");
        Story later = waiting().moved(Duration.ofDays(-1)).at(NIGHT - 500).batch("A-1-1", "A-1-2");

        assertFindings(new NightBatches(false), moved, 100 * HOUR).isEmpty();
        assertFindings(new NightBatches(false), later).hasSize(1);
    }

    @Test
    void findsABatchThatComesBackLate() {
        Story story = waiting()
                .at(NIGHT - 50)
                .held("h7", "eva", "A-1-7")
                .at(NIGHT + 1_001)
                .batch("A-1-1", "A-1-2");

        assertFindings(new NightBatches(false), story).containsExactly("a batch comes back 1001 ms late");
    }

    @Test
    void excusesALateBatchWhereNothingRan() {
        Story stopped = waiting().at(NIGHT + 5_000).batch("A-1-1", "A-1-2");
        Story alive = waiting()
                .at(NIGHT + 1_500)
                .held("h7", "eva", "A-1-7")
                .at(NIGHT + 5_000)
                .batch("A-1-1", "A-1-2");

        assertFindings(new NightBatches(true), stopped).isEmpty();
        assertFindings(new NightBatches(false), stopped).hasSize(1);
        assertFindings(new NightBatches(true), alive).containsExactly("a batch comes back 5000 ms late");
    }

    @Test
    void findsABatchThatNeverComesBack() {
        assertFindings(new NightBatches(false), waiting(), 49 * HOUR).isEmpty();
        assertFindings(new NightBatches(false), waiting(), 51 * HOUR).containsExactly("a batch did not come back");
    }

    @Test
    void findsASeatThatIsForgottenByItsBatch() {
        Story story = waiting().at(NIGHT).batch("A-1-1");

        assertFindings(new NightBatches(false), story, 100 * HOUR).containsExactly("a batch did not come back");
    }

    @Test
    void findsWhatComesBackWithoutHavingWaited() {
        assertFindings(new NightBatches(false), owned().at(NIGHT).batch("A-1-1"))
                .containsExactly("a batch comes back in which nothing waits");
        assertFindings(new NightBatches(false), waiting().at(NIGHT).batch("A-1-1", "A-1-2", "A-1-3"))
                .containsExactly("seat A-1-3 comes back with a batch in which it does not wait");
    }

    @Test
    void findsWhatWaitsTooLate() {
        Story story = owned().withheld("h1", "A-1-1").at(NIGHT).batch("A-1-1").withheld("h1", "A-1-2");

        assertFindings(new NightBatches(false), story).containsExactly("places wait in a batch that has come back");
    }

    @Test
    void aCancelledPerformancesBatchNeverComesBack() {
        assertFindings(new NightBatches(false), waiting().stopped(), 100 * HOUR).isEmpty();
        assertFindings(new NightBatches(false), waiting().stopped().at(NIGHT).batch("A-1-1", "A-1-2"))
                .containsExactly("a cancelled performance's batch comes back");
    }

    private static Story owned() {
        return Story.opened().held("h1", "ann", "A-1-1", "A-1-2").confirmed("h1");
    }

    private static Story waiting() {
        return owned().withheld("h1", "A-1-1").withheld("h1", "A-1-2");
    }
}
