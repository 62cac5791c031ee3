package io.onsale.topologies.journeys.domain;

/** What happens on a session's journey. */
public sealed interface JourneysEvent {

    /** It reached a step for the first time. */
    record StepReached(String session, Visitor visitor, Milestone milestone) implements JourneysEvent {}
}
