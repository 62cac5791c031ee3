package io.onsale.topologies.journeys.domain;

import java.util.List;

/** What may be asked of journeys about one session. */
public sealed interface JourneysCommand {

    /** Note the steps that its pages reported. */
    record RecordSteps(Visitor visitor, List<Milestone> steps) implements JourneysCommand {

        public RecordSteps {
            steps = List.copyOf(steps);
        }
    }
}
