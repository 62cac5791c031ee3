package io.onsale.standalone.registry.store;

import io.onsale.standalone.registry.rules.Change;
import io.onsale.standalone.registry.rules.RegistryError;
import io.onsale.standalone.registry.state.RegistryState;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry's log: a state to ask, and changes that are decided on the state at the log's end. */
public final class SchemaLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaLog.class);
    private static final int ATTEMPTS = 10;

    private final String bootstrapServers;
    private final SchemaTopic topic;
    private final SchemaTail tail;
    private final ReentrantLock changing = new ReentrantLock();
    private @Nullable SchemaWriter writer;

    private SchemaLog(String bootstrapServers, SchemaTopic topic, SchemaTail tail) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.tail = tail;
    }

    /** Opens the log, making its topic if need be, and reads it to its end. */
    public static SchemaLog open(String bootstrapServers, int replicationFactor) {
        SchemaTopic topic = new SchemaTopic(bootstrapServers);
        try {
            topic.ensure(replicationFactor);
            SchemaLog log = new SchemaLog(bootstrapServers, topic, new SchemaTail(bootstrapServers));
            log.catchUp();
            return log;
        } catch (RuntimeException e) {
            topic.close();
            throw e;
        }
    }

    /** Answers from what has been read so far. */
    public <T> T read(Function<RegistryState, T> question) {
        return tail.read(question);
    }

    /** Answers from all that anybody has written until now. */
    public <T> T readLatest(Function<RegistryState, T> question) {
        try {
            catchUp();
        } catch (KafkaException e) {
            throw RegistryError.store("Error while reading the backend Kafka store: " + e.getMessage(), e);
        }
        return tail.read(question);
    }

    /** Decides on the newest state, writes what was decided, and answers once the state shows it. */
    public <T> T change(Function<RegistryState, Change<T>> decision) {
        // What needs no writing, such as a schema that is there already, must not wait for somebody's slow write.
        Change<T> known = readLatest(decision);
        if (known.records().isEmpty()) {
            return known.answer();
        }
        changing.lock();
        try {
            KafkaException last = null;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    return tryChange(decision);
                } catch (KafkaException e) {
                    // Another process took the right to write, or Kafka is away: what was decided may be outdated.
                    LOG.debug("a change of the registry was not written, deciding again", e);
                    last = e;
                    dropWriter();
                }
            }
            throw RegistryError.store(
                    "Error while writing to the backend Kafka store: " + (last == null ? "" : last.getMessage()),
                    last == null ? new IllegalStateException() : last);
        } finally {
            changing.unlock();
        }
    }

    private <T> T tryChange(Function<RegistryState, Change<T>> decision) {
        catchUp();
        Change<T> change = tail.read(decision);
        if (change.records().isEmpty()) {
            return change.answer();
        }
        SchemaWriter current = writer;
        if (current == null) {
            current = SchemaWriter.take(bootstrapServers);
            writer = current;
            // Whoever had the right before may have used it since we looked.
            catchUp();
            change = tail.read(decision);
            if (change.records().isEmpty()) {
                return change.answer();
            }
        }
        long offset = current.write(change.records());
        tail.awaitPosition(offset + 1);
        return change.answer();
    }

    private void catchUp() {
        tail.awaitPosition(topic.end());
    }

    private void dropWriter() {
        SchemaWriter dropped = writer;
        writer = null;
        if (dropped != null) {
            dropped.close();
        }
    }

    @Override
    public void close() {
        changing.lock();
        try {
            dropWriter();
        } finally {
            changing.unlock();
        }
        tail.close();
        topic.close();
    }
}
