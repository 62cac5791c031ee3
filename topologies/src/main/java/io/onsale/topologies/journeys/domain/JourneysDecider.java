package io.onsale.topologies.journeys.domain;

import io.onsale.topologies.journeys.domain.JourneysCommand.RecordSteps;
import io.onsale.topologies.journeys.domain.JourneysEvent.StepReached;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.List;

/** Decides which of the reported steps are news. */
public final class JourneysDecider implements Decider<JourneysView, JourneysCommand, JourneysEvent> {

    @Override
    public List<JourneysEvent> due(JourneysView view, JourneysCommand command, Instant at) {
        return List.of(); // a forgotten step is seen to be so; nobody needs to be told
    }

    @Override
    public Decision<JourneysEvent> decide(JourneysView view, JourneysCommand command, Instant at) {
        return switch (command) {
            case RecordSteps steps -> Decision.silently(news(view, steps, at));
        };
    }

    private static List<JourneysEvent> news(JourneysView view, RecordSteps steps, Instant at) {
        return steps.steps().stream()
                .distinct()
                .filter(step -> !view.hasReached(step, at))
                .<JourneysEvent>map(step -> new StepReached(view.session(), steps.visitor(), step))
                .toList();
    }
}
