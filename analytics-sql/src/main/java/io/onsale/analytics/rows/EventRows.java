package io.onsale.analytics.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onsale.schemas.common.EventEnvelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Writes events of the log as rows of {@code onsale.events}; for one thread. */
public final class EventRows {
    /** The columns that a row has, in its order. */
    public static final String COLUMNS =
            "topic, partition, offset, key, type, id, causation_id, trace_id, actor_kind, actor, at, sequence, body, logged_at";

    /** The type of a row whose record could not be read. */
    public static final String UNDECODABLE = "undecodable";

    private static final long LATEST = 4_102_444_800_000L;

    private final UnaryOperator<String> pseudonyms;
    private final BodyJson json;
    private final Scratch scratch = new Scratch();

    public EventRows(UnaryOperator<String> pseudonyms) {
        this.pseudonyms = pseudonyms;
        this.json = new BodyJson(pseudonyms);
    }

    /**
     * Adds an event.
     *
     * @param event a record of an envelope and a body
     * @param personalKey whether the record's key stands for a person
     */
    public void add(ConsumerRecord<byte[], byte[]> source, IndexedRecord event, boolean personalKey, RowBuffer rows) {
        EventEnvelope envelope = (EventEnvelope) field(event, "envelope");
        IndexedRecord body = (IndexedRecord) field(event, "body");
        place(source, personalKey, rows);
        rows.putString(body.getSchema().getName());
        rows.putString(envelope.getId());
        rows.putString(envelope.getCausationId());
        rows.putString(envelope.getTraceId());
        rows.putString(envelope.getActor().getKind().name());
        rows.putString(pseudonyms.apply(envelope.getActor().getId()));
        rows.putLong(instant(envelope.getAt().toEpochMilli()));
        rows.putLong(envelope.getSequence());
        scratch.reset();
        try {
            json.write(body, scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.putString(scratch.bytes(), scratch.size());
        rows.putLong(instant(source.timestamp()));
    }

    /** Adds a record that could not be read, so that it is counted and nothing of it is shown. */
    public void addUndecodable(ConsumerRecord<byte[], byte[]> source, boolean personalKey, RowBuffer rows) {
        place(source, personalKey, rows);
        rows.putString(UNDECODABLE);
        for (int empty = 0; empty < 5; empty++) {
            rows.putString("");
        }
        rows.putLong(instant(source.timestamp()));
        rows.putLong(0);
        rows.putString("");
        rows.putLong(instant(source.timestamp()));
    }

    private void place(ConsumerRecord<byte[], byte[]> source, boolean personalKey, RowBuffer rows) {
        String key = source.key() == null ? "" : new String(source.key(), UTF_8);
        rows.putString(source.topic());
        rows.putInt(source.partition());
        rows.putLong(source.offset());
        rows.putString(personalKey ? pseudonyms.apply(key) : key);
    }

    private static Object field(IndexedRecord event, String name) {
        return event.get(event.getSchema().getField(name).pos());
    }

    /** ClickHouse would take an instant out of its range for another one. */
    private static long instant(long milliseconds) {
        return Math.clamp(milliseconds, 0, LATEST);
    }

    private static final class Scratch extends ByteArrayOutputStream {
        byte[] bytes() {
            return buf;
        }
    }
}
