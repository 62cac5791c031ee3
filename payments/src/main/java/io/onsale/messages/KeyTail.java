package io.onsale.messages;

import io.onsale.outbound.TryAgainException;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.privacy.KeyRing;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.serde.AvroSerdes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that keeps everybody's keys in memory, as their topic tells them.
 *
 * <p>A key is in the topic before any command that needs it. So nothing is said of anybody before all is read up to what is the topic's end by then: who has
 * no key there is deleted, and of several the newest is known.
 */
final class KeyTail implements Keys, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyTail.class);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<PersonKey> deserializer;
    private final KeyRing ring = new KeyRing();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Queue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** Those who wait for everything up to these offsets. */
    private record Goal(Map<TopicPartition, Long> ends, List<CompletableFuture<Void>> waiting) {

        boolean reached(Consumer<?, ?> consumer) {
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    KeyTail(String bootstrapServers, AvroSerdes serdes) {
        this(() -> consumer(bootstrapServers), serdes.of(PersonKey.class).deserializer());
    }

    KeyTail(Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<PersonKey> deserializer) {
        this.consumers = consumers;
        this.deserializer = deserializer;
        this.thread = Thread.ofPlatform().daemon().name("messages-keys").start(this::run);
    }

    /**
     * Reads on past transactions that are not over: else the topic would seem to end before keys that came after them. What an aborted one removes is removed
     * all the same once its command is judged again.
     */
    private static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_uncommitted",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public List<ByteBuffer> of(String personId) throws InterruptedException {
        catchUp();
        return ring.of(personId);
    }

    private void catchUp() throws InterruptedException {
        CompletableFuture<Void> caughtUp = new CompletableFuture<>();
        asked.add(caughtUp);
        try {
            caughtUp.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new TryAgainException("the keys of people are not all read");
        }
    }

    private void run() {
        while (isOpen()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                follow(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                // Also where the registry is away: nothing is passed over because of it.
                LOG.atWarn().setCause(e).log("the keys of people cannot be read; trying again");
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.ACCOUNT_KEYS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        next.forEach(consumer::seek);
        Queue<Goal> goals = new ArrayDeque<>();
        while (isOpen()) {
            consumer.poll(POLL).forEach(this::take);
            List<CompletableFuture<Void>> waiting = drain();
            if (!waiting.isEmpty()) {
                goals.add(new Goal(consumer.endOffsets(partitions), waiting));
            }
            for (Goal first = goals.peek(); first != null && first.reached(consumer); first = goals.peek()) {
                goals.remove().waiting().forEach(it -> it.complete(null));
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            ring.apply(
                    new String(record.key(), StandardCharsets.UTF_8),
                    deserializer.deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("a key that cannot be read is passed over");
        }
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    private List<CompletableFuture<Void>> drain() {
        List<CompletableFuture<Void>> waiting = new ArrayList<>();
        for (CompletableFuture<Void> each = asked.poll(); each != null; each = asked.poll()) {
            waiting.add(each);
        }
        return waiting;
    }

    private void pause() {
        try {
            boolean unused = closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
