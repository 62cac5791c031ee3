package io.onsale.topologies.kit;

import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.common.Idempotency;
import org.apache.kafka.streams.processor.api.Record;

/** The command that events come from. */
final class Cause {

    private final Record<String, ?> message;
    private final CommandEnvelope envelope;
    private final Actor actor;
    private final Count count;

    /** How many events have come from the command so far, whoever acted. */
    private static final class Count {
        private int value;
    }

    Cause(Record<String, ?> message, CommandEnvelope envelope) {
        this(message, envelope, envelope.getActor(), new Count());
    }

    private Cause(Record<String, ?> message, CommandEnvelope envelope, Actor actor, Count count) {
        this.message = message;
        this.envelope = envelope;
        this.actor = actor;
        this.count = count;
    }

    /** The same command where it is not its sender who acts: it was only the occasion to see what time had brought. */
    Cause ofTime(String topology) {
        return new Cause(message, envelope, new Actor(ActorKind.SYSTEM, topology), count);
    }

    Record<String, ?> message() {
        return message;
    }

    CommandEnvelope envelope() {
        return envelope;
    }

    String key() {
        return message.key();
    }

    String scope(Idempotency request) {
        return RecordedAnswers.scope(key(), envelope, request);
    }

    EventEnvelope next(KeyClocks.Clock clock) {
        return new EventEnvelope(
                envelope.getCommandId() + "#" + count.value++,
                envelope.getCommandId(),
                envelope.getTraceId(),
                actor,
                clock.at(),
                clock.sequence());
    }
}
