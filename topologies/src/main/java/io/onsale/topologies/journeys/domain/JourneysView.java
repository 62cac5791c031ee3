package io.onsale.topologies.journeys.domain;

import java.time.Instant;

/** What the decider may see of one session. */
public interface JourneysView {

    String session();

    /** Whether it reached the step, as far as is remembered at this instant. */
    boolean hasReached(Milestone milestone, Instant at);
}
