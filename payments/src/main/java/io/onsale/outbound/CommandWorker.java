package io.onsale.outbound;

import io.onsale.schemas.Topic;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.schemas.retry.Pauses;
import io.onsale.schemas.retry.PersistentThread;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Does what a topic's commands ask for, at least once; any number of workers share the partitions.
 *
 * <p>What fails in a way that nobody foresaw is started anew, with a new consumer that begins at what is committed, again and again until it works.
 *
 * @param <C> the commands
 */
public final class CommandWorker<C extends SpecificRecord> implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);
    /** A run this long says that the last failure is over and done with. */
    private static final Duration HEALTHY_RUN = Duration.ofSeconds(10);

    private final WorkerSettings settings;
    private final Topic<C> topic;
    private final AvroSerdes serdes;
    private final Attempts<C> attempts;
    private final PersistentThread thread;
    private final AtomicReference<@Nullable WorkerLoop<C>> current = new AtomicReference<>();

    /** A worker that has not begun. */
    public CommandWorker(
            WorkerSettings settings,
            Topic<C> topic,
            Topic<DeadLetter> deadLetters,
            AvroSerdes serdes,
            Outbox outbox,
            Handler<C> handler) {
        this.settings = settings;
        this.topic = topic;
        this.serdes = serdes;
        this.attempts =
                new Attempts<>(handler, topic, new DeadLetters(outbox, deadLetters, settings.group()), settings);
        this.thread = new PersistentThread(
                settings.group(),
                new Pauses(settings.retryAfter(), settings.retryAtLeastEvery()),
                HEALTHY_RUN,
                this::work,
                () -> OutboundMetrics.RESTARTS.labels(topic.name()).inc());
    }

    public void start() {
        thread.start();
    }

    /** Whether it belongs to its group and works; waiting for another company's server is work. */
    public boolean ready() {
        WorkerLoop<C> loop = current.get();
        return loop != null && loop.isJoined() && thread.failure().isEmpty();
    }

    /** What made it start anew, until it has worked for a while since. */
    public Optional<Throwable> failure() {
        return thread.failure();
    }

    /** Ends what it is at, commits what is done, and leaves the group; what is not done then is done after the next start. */
    @Override
    public void close() {
        thread.stop();
        attempts.close();
        thread.close();
    }

    private void work() {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings(settings));
        try (Lanes lanes = new Lanes()) {
            WorkerLoop<C> loop = new WorkerLoop<>(consumer, topic, serdes, attempts, lanes, settings.backlog());
            current.set(loop);
            loop.begin();
            while (!thread.isClosing()) {
                loop.turn();
                thread.goesWell();
            }
            loop.finish();
        } finally {
            current.set(null);
            consumer.close(CloseOptions.timeout(GRACE));
        }
    }

    private static Map<String, Object> consumerSettings(WorkerSettings settings) {
        Map<String, Object> consumer = new HashMap<>();
        consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
        consumer.put(
                ConsumerConfig.CLIENT_ID_CONFIG,
                settings.group() + settings.instance().map(name -> "-" + name).orElse(""));
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        consumer.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        settings.instance().ifPresent(name -> consumer.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
        consumer.putAll(settings.consumer());
        return consumer;
    }
}
