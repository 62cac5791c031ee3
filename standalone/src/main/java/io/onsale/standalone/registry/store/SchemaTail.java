package io.onsale.standalone.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.standalone.registry.state.LogRecord;
import io.onsale.standalone.registry.state.RegistryState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the log as it grows into a state that others may look at. */
final class SchemaTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaTail.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KafkaConsumer<String, String> consumer;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final RegistryState state = new RegistryState();
    private long position;
    private @Nullable RuntimeException failure;

    SchemaTail(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
        this.thread = Thread.ofPlatform().name("schema-registry-tail").daemon().start(this::run);
    }

    <T> T read(Function<RegistryState, T> question) {
        lock.lock();
        try {
            return question.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything before the offset is in the state. */
    void awaitPosition(long offset) {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (position < offset && failure == null && left > 0) {
                left = advanced.awaitNanos(left);
            }
            if (position < offset) {
                throw new KafkaException("the topic _schemas cannot be read up to its end", failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while reading the topic _schemas", e);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (consumer) {
            consumer.assign(List.of(SchemaTopic.PARTITION));
            consumer.seekToBeginning(List.of(SchemaTopic.PARTITION));
            while (true) {
                var records = consumer.poll(POLL);
                advance(records, consumer.position(SchemaTopic.PARTITION, PATIENCE));
            }
        } catch (WakeupException closing) {
            fail(new IllegalStateException("the schema registry is closed", closing));
        } catch (RuntimeException e) {
            LOG.error("the schema registry stopped reading its topic", e);
            fail(e);
        }
    }

    private void advance(Iterable<ConsumerRecord<String, String>> records, long newPosition) {
        lock.lock();
        try {
            records.forEach(this::apply);
            if (newPosition != position) {
                position = newPosition;
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void fail(RuntimeException why) {
        lock.lock();
        try {
            failure = why;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** One record that nobody understands must not keep all the others from being served. */
    private void apply(ConsumerRecord<String, String> entry) {
        try {
            JsonNode value = entry.value() == null ? null : JSON.readTree(entry.value());
            state.apply(new LogRecord(JSON.readTree(entry.key()), value));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("passed over a record of _schemas that cannot be read, offset {}", entry.offset());
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
