package io.onsale.standalone.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.standalone.registry.state.LogRecord;
import io.onsale.standalone.registry.state.RegistryState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the log as it grows into a state that others may look at; what fails is tried again where it stood. */
final class SchemaTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaTail.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<? extends Consumer<String, String>> consumers;
    private final Duration pause;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final RegistryState state = new RegistryState();
    private long position;
    private boolean closed;
    private @Nullable RuntimeException failure;
    private volatile @Nullable Consumer<String, String> reading;

    SchemaTail(String bootstrapServers) {
        this(() -> consumer(bootstrapServers), PAUSE);
    }

    /** A tail that pauses so long after a failure and then reads with a new consumer. */
    SchemaTail(Supplier<? extends Consumer<String, String>> consumers, Duration pause) {
        this.consumers = consumers;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("schema-registry-tail").daemon().start(this::run);
    }

    private static Consumer<String, String> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer());
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
            while (position < offset && !closed && left > 0) {
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
        while (!isClosing()) {
            try (Consumer<String, String> consumer = consumers.get()) {
                reading = consumer;
                read(consumer);
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
        }
        end();
    }

    private void read(Consumer<String, String> consumer) {
        consumer.assign(List.of(SchemaTopic.PARTITION));
        consumer.seek(SchemaTopic.PARTITION, position);
        while (!isClosing()) {
            var records = consumer.poll(POLL);
            advance(records, consumer.position(SchemaTopic.PARTITION, PATIENCE));
        }
    }

    private void pauseAfter(RuntimeException trouble) {
        if (isClosing()) {
            return;
        }
        LOG.atError().setCause(trouble).log("cannot read the topic _schemas; trying again");
        failed(trouble);
        try {
            var unused = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void advance(Iterable<ConsumerRecord<String, String>> records, long newPosition) {
        lock.lock();
        try {
            records.forEach(this::apply);
            failure = null;
            if (newPosition != position) {
                position = newPosition;
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void failed(RuntimeException why) {
        lock.lock();
        try {
            failure = why;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            closed = true;
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
        closing.countDown();
        Consumer<String, String> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
