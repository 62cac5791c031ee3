package io.onsale.analytics.sink;

import io.onsale.schemas.retry.Backoff;
import io.onsale.schemas.retry.Pauses;
import io.onsale.schemas.retry.PersistentThread;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Carries every committed event of the log into ClickHouse once; any number of them share the work.
 *
 * <p>What fails in a way that nobody foresaw is started anew, with a new consumer that takes up the old one's plans, again and again until
 * it works.
 */
public final class AnalyticsSink implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final SinkSettings settings;
    private final EventSource source;
    private final Storing storing;
    private final Beginnings beginnings;
    private final PersistentThread thread;
    private final AtomicReference<@Nullable SinkLoop> current = new AtomicReference<>();

    /**
     * A sink that has not begun.
     *
     * @param pseudonyms what people are called outside the log
     * @param stored what a partition is begun behind whose offsets the brokers have forgotten
     */
    public AnalyticsSink(
            SinkSettings settings,
            AvroSerdes serdes,
            UnaryOperator<String> pseudonyms,
            Inserter inserter,
            StoredEvents stored) {
        this.settings = settings;
        this.source = new EventSource(serdes, pseudonyms);
        this.beginnings = new Beginnings(stored);
        Pauses pauses = new Pauses(settings.retryAfter(), settings.retryAtLeastEvery());
        this.storing = new Storing(source, inserter, new Backoff(pauses));
        this.thread = new PersistentThread(
                "analytics-sink", pauses, settings.healthyRun(), this::work, SinkMetrics.RESTARTS::inc);
    }

    public void start() {
        thread.start();
    }

    /** Whether it belongs to its group and works; waiting for ClickHouse is work. */
    public boolean ready() {
        SinkLoop loop = current.get();
        return loop != null && loop.isJoined() && thread.failure().isEmpty();
    }

    /** Whether ClickHouse or the schema registry failed it last time. */
    public boolean backingOff() {
        return storing.isBackingOff();
    }

    /** What made it start anew, until it has worked for a while since. */
    public Optional<Throwable> failure() {
        return thread.failure();
    }

    /** Stores what was read, as far as ClickHouse lets it, and leaves the group; what is not stored now is stored after the next start. */
    @Override
    public void close() {
        thread.close();
    }

    private void work() {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings(settings));
        try {
            SinkLoop loop = new SinkLoop(
                    consumer, source.topics(), new PartitionBuffers(settings.limits()), storing, beginnings);
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

    private static Map<String, Object> consumerSettings(SinkSettings settings) {
        Map<String, Object> consumer = new HashMap<>();
        consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, SinkSettings.GROUP);
        consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, settings.instance().orElse(SinkSettings.GROUP));
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        consumer.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        // Freshness is counted in half seconds: a fetch may gather for a moment.
        consumer.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 64 * 1024);
        consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
        settings.instance().ifPresent(name -> consumer.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
        consumer.putAll(settings.consumer());
        return consumer;
    }
}
