package io.onsale.topologies.kit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.common.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Sends what a decision brings about to the sinks of its topology. */
final class Outbox<M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord, E> {

    /** The header by which the edge that waits for an answer knows it. */
    static final String REPLY_TO = "reply-to";

    private static final byte[] NOTHING = {};

    private final ProcessorContext<String, Object> context;
    private final DeciderIo<M, F, R> io;
    private final Protocol<M, F, ?, E> protocol;
    private final @Nullable Answering<R, E> answering;

    Outbox(
            ProcessorContext<String, Object> context,
            DeciderIo<M, F, R> io,
            Protocol<M, F, ?, E> protocol,
            @Nullable Answering<R, E> answering) {
        this.context = context;
        this.io = io;
        this.protocol = protocol;
        this.answering = answering;
    }

    void event(Cause cause, E event, KeyClocks.Clock clock) {
        EventEnvelope envelope = cause.next(clock);
        forward(cause.message(), io.events(), cause.key(), protocol.event(envelope, event));
        forward(cause, protocol.consequences(cause.key(), event, envelope));
    }

    /** Tells the sender, and returns the bytes by which the same answer can be given again. */
    byte[] answer(Cause cause, long sequence, E answer) {
        Answering<R, E> replies = answering;
        if (replies == null) {
            return NOTHING;
        }
        String commandId = cause.envelope().getCommandId();
        R reply = replies.answers.reply(commandId, sequence, false, replies.answers.outcome(answer));
        reply(cause, replies, reply);
        return replies.bytes(reply);
    }

    /** Repeats a recorded answer, or, where it answered something else, says that the key was used for that. */
    void again(Cause cause, M command, long sequence, byte[] recorded, boolean sameRequest) {
        Answering<R, E> replies = answering;
        if (replies == null) {
            return;
        }
        Object first = replies.outcome(recorded);
        forward(cause, protocol.repeated(command, first));
        Object outcome = sameRequest
                ? first
                : new Refusal(
                        "idempotency_conflict",
                        "This idempotency key was used for another request.",
                        List.of(),
                        List.of());
        reply(cause, replies, replies.answers.reply(cause.envelope().getCommandId(), sequence, sameRequest, outcome));
    }

    void command(String key, M command) {
        context.forward(new Record<>(key, command, context.currentSystemTimeMs()), DeciderIo.sink(io.commands()));
    }

    void deadLetter(Record<String, Decoded<M>> message, RecordPlace place, String reason) {
        byte[] key = message.key().getBytes(StandardCharsets.UTF_8);
        Instant at = Instant.ofEpochMilli(message.timestamp());
        Object letter = DeadLetters.of(
                io.name(), place, at, reason, key, message.value().bytes());
        context.forward(
                new Record<>(place.toString(), letter, message.timestamp(), message.headers()),
                DeciderIo.sink(io.deadLetters()));
    }

    private void reply(Cause cause, Answering<R, E> replies, R reply) {
        Header address = cause.message().headers().lastHeader(REPLY_TO);
        if (address == null) {
            return;
        }
        Headers headers = new RecordHeaders().add(address);
        long timestamp = cause.message().timestamp();
        context.forward(new Record<>(cause.key(), reply, timestamp, headers), DeciderIo.sink(replies.topic));
    }

    private void forward(Cause cause, List<Consequence> consequences) {
        for (Consequence consequence : consequences) {
            forward(cause.message(), consequence.topic(), consequence.key(), consequence.value());
        }
    }

    private void forward(Record<String, ?> message, Topic<?> topic, String key, @Nullable Object value) {
        context.forward(new Record<>(key, value, message.timestamp()), DeciderIo.sink(topic));
    }

    /** A topology's replies, and how to write them. */
    record Answering<R extends SpecificRecord, E>(Topic<R> topic, Answers<R, E> answers, Serde<R> serde) {

        byte[] bytes(R reply) {
            return serde.serializer().serialize(topic.name(), reply);
        }

        Object outcome(byte[] recorded) {
            return answers.outcome(serde.deserializer().deserialize(topic.name(), recorded));
        }
    }
}
