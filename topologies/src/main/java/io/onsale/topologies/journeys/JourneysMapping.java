package io.onsale.topologies.journeys;

import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.journeys.JourneyStep;
import io.onsale.schemas.journeys.ObservedStep;
import io.onsale.schemas.journeys.RecordSteps;
import io.onsale.schemas.journeys.StepReached;
import io.onsale.topologies.journeys.domain.JourneysCommand;
import io.onsale.topologies.journeys.domain.JourneysEvent;
import io.onsale.topologies.journeys.domain.Milestone;
import io.onsale.topologies.journeys.domain.Step;
import io.onsale.topologies.journeys.domain.Visitor;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.Protocol;

/** Journeys' records between Avro and the domain. */
final class JourneysMapping implements Protocol<JourneyCommand, JourneyEvent, JourneysCommand, JourneysEvent> {

    @Override
    public CommandEnvelope envelope(JourneyCommand command) {
        return command.getEnvelope();
    }

    @Override
    public JourneysCommand command(JourneyCommand command) {
        return switch (command.getBody()) {
            case RecordSteps steps -> steps(steps);
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    private static JourneysCommand steps(RecordSteps record) {
        return new JourneysCommand.RecordSteps(
                new Visitor(record.getAccountId(), record.getChannel(), record.getDevice()),
                record.getSteps().stream().map(JourneysMapping::milestone).toList());
    }

    private static Milestone milestone(ObservedStep observed) {
        return new Milestone(Step.valueOf(observed.getStep().name()), observed.getTicketedEventId());
    }

    @Override
    public JourneyEvent event(EventEnvelope envelope, JourneysEvent event) {
        return switch (event) {
            case JourneysEvent.StepReached reached -> new JourneyEvent(envelope, body(reached));
        };
    }

    private static StepReached body(JourneysEvent.StepReached reached) {
        Visitor visitor = reached.visitor();
        return new StepReached(
                reached.session(),
                visitor.accountId(),
                JourneyStep.valueOf(reached.milestone().step().name()),
                reached.milestone().show(),
                visitor.channel(),
                visitor.device());
    }
}
