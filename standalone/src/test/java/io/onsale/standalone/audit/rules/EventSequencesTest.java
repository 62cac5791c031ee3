package io.onsale.standalone.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.journeys.JourneyStep;
import io.onsale.schemas.journeys.StepReached;
import io.onsale.standalone.audit.Story;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventSequencesTest extends RulesTest {

    @Test
    void acceptsEveryKeysEventsCountedFromOne() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .released("h1")
                .show("event-2")
                .held("h2", "ann", "A-1-1");

        assertFindings(new EventSequences(), story).isEmpty();
    }

    @Test
    void findsAMissingEvent() {
        Story story = Story.opened().skipping(1).held("h1", "ann", "A-1-1").released("h1");

        assertFindings(new EventSequences(), story).containsExactly("events are missing: number 3 where 2 was due");
    }

    @Test
    void findsAMissingBeginning() {
        Story story = new Story().skipping(4).held("h1", "ann", "A-1-1");

        assertFindings(new EventSequences(), story).containsExactly("events are missing: number 5 where 1 was due");
    }

    @Test
    void findsAnEventThatStandsTwice() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").skipping(-1).held("h1", "ann", "A-1-1");

        Finding finding = findings(new EventSequences(), story, 0).getFirst();

        assertThat(finding.what()).isEqualTo("an event stands twice: number 2 where 3 was due");
        assertThat(finding.ids()).containsEntry("key", Story.EVENT);
    }

    @Test
    void letsASessionBeginAnewOnceItIsForgottenAndNotBefore() {
        EventSequences rule = new EventSequences();

        assertThat(rule.see(step(0, 1))).isEmpty();
        assertThat(rule.see(step(30, 1))).isEmpty();
        assertThat(rule.see(step(59, 1)))
                .extracting(Finding::what)
                .containsExactly("an event stands twice: number 1 where 2 was due");
    }

    @Test
    void anyOtherKeyCountsOnHoweverLongItWasQuiet() {
        Story story =
                Story.opened().at(Duration.ofDays(40).toMillis()).skipping(-1).held("h1", "ann", "A-1-1");

        assertFindings(new EventSequences(), story).containsExactly("an event stands twice: number 1 where 2 was due");
    }

    private static Logged step(int day, long sequence) {
        EventEnvelope envelope = new EventEnvelope(
                "c" + day + "#0",
                "c" + day,
                "trace",
                new Actor(ActorKind.ANONYMOUS, "anonymous"),
                Story.OPENING.plus(Duration.ofDays(day)),
                sequence);
        StepReached reached = new StepReached("s1", null, JourneyStep.VISIT, null, "web", "phone");
        return new Logged(new Place(Topics.JOURNEY_EVENTS.name(), 0, day), "s1", new JourneyEvent(envelope, reached));
    }
}
