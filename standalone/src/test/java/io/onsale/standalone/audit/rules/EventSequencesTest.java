package io.onsale.standalone.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.Story;
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
}
