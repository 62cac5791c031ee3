package io.onsale.topologies.journeys.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.journeys.domain.JourneysCommand.RecordSteps;
import io.onsale.topologies.journeys.domain.JourneysEvent.StepReached;
import io.onsale.topologies.kit.domain.MapTable;
import io.onsale.topologies.testing.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneysDeciderTest {

    private static final Visitor ANN = new Visitor("ann", "web", "phone");
    private static final Milestone VISIT = new Milestone(Step.VISIT, null);
    private static final Milestone DETAIL = new Milestone(Step.EVENT_DETAIL, "e1");

    private final JourneysBooks books = new JourneysBooks(new MapTable<>());
    private final Trial<JourneysView, JourneysCommand, JourneysEvent> trial = session("s1");

    @Test
    void everyStepOfAReportIsNewsOnce() {
        assertThat(trial.when(steps(VISIT, DETAIL, VISIT)).events()).containsExactly(reached(VISIT), reached(DETAIL));
        assertThat(trial.when(steps(DETAIL, VISIT)).events()).isEmpty();
    }

    @Test
    void nobodyIsTold() {
        assertThat(trial.when(steps(VISIT)).answer()).isNull();
    }

    @Test
    void aStepOfAnotherShowIsNews() {
        trial.given(reached(DETAIL));
        Milestone other = new Milestone(Step.EVENT_DETAIL, "e2");

        assertThat(trial.when(steps(DETAIL, other)).events()).containsExactly(reached(other));
    }

    @Test
    void anotherSessionHasItsOwnJourney() {
        trial.given(reached(VISIT));

        assertThat(session("s2").when(steps(VISIT)).events()).containsExactly(new StepReached("s2", ANN, VISIT));
    }

    @Test
    void sessionsWithDividersInTheirNamesAreApart() {
        session("s").when(steps(new Milestone(Step.VISIT, "1|e1")));

        assertThat(session("s|1").when(steps(new Milestone(Step.VISIT, "e1"))).events())
                .hasSize(1);
    }

    @Test
    void aStepIsForgottenAfterThirtyDays() {
        trial.given(reached(VISIT)).later(Duration.ofDays(30).minusMillis(1));
        assertThat(trial.when(steps(VISIT)).events()).isEmpty();

        trial.later(Duration.ofMillis(1));
        assertThat(trial.when(steps(VISIT)).events()).containsExactly(reached(VISIT));
    }

    private Trial<JourneysView, JourneysCommand, JourneysEvent> session(String id) {
        return new Trial<>(new JourneysDecider(), books, id, Instant.parse("2030-01-01T10:00:00Z"));
    }

    private static RecordSteps steps(Milestone... steps) {
        return new RecordSteps(ANN, List.of(steps));
    }

    private static StepReached reached(Milestone milestone) {
        return new StepReached("s1", ANN, milestone);
    }
}
