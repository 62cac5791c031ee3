package io.onsale.edge.log;

import io.onsale.schemas.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every reply there is from the moment it begins, and hands those to this process to who waits for them. */
final class Replies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration METADATA = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 250;
    private static final long CLOSE_MILLIS = 2_000;

    private final byte[] instance;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Map<String, Reader<?>> readers = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Pending pending;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean followed;

    private record Reader<R extends SpecificRecord>(Deserializer<R> deserializer, Function<R, String> commandId) {

        boolean answer(Pending pending, String topic, byte[] value) {
            R reply = deserializer.deserialize(topic, value);
            return pending.answer(commandId.apply(reply), reply);
        }
    }

    Replies(String instance, Supplier<Consumer<byte[], byte[]>> consumers, AvroSerdes serdes, Pending pending) {
        this.instance = instance.getBytes(StandardCharsets.UTF_8);
        this.consumers = consumers;
        this.pending = pending;
        Exchange.ALL.forEach(exchange -> readers.put(exchange.replies().name(), reader(exchange, serdes)));
        this.thread = Thread.ofPlatform().name("edge-replies").daemon().start(this::run);
    }

    /** Makes consumers of a broker's replies. */
    static Supplier<Consumer<byte[], byte[]>> consumers(String bootstrapServers) {
        Map<String, Object> settings = settings(bootstrapServers);
        return () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** True once no reply that is written from now on will be missed. */
    boolean areFollowed() {
        return followed;
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                follow();
            } while (!stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            begin(consumer);
            followed = true;
            while (stop.getCount() > 0) {
                take(consumer.poll(POLL));
            }
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("Replies can't be followed at the moment");
        } catch (RuntimeException e) {
            // Not foreseen, but whoever stops to follow replies leaves everybody without an answer for good.
            LOG.atError().setCause(e).log("Replies can't be followed at the moment");
        } finally {
            followed = false;
        }
    }

    /** Goes on where it stopped; the first time, that is the end as it is now, before any command is sent. */
    private void begin(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : readers.keySet()) {
            @Nullable List<PartitionInfo> found = consumer.partitionsFor(topic, METADATA);
            if (found == null || found.isEmpty()) {
                throw new KafkaException("There is no topic " + topic);
            }
            found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        List<TopicPartition> unknown =
                partitions.stream().filter(it -> !next.containsKey(it)).toList();
        if (!unknown.isEmpty()) {
            consumer.seekToEnd(unknown);
            unknown.forEach(partition -> next.put(partition, consumer.position(partition, METADATA)));
        }
        partitions.forEach(partition -> consumer.seek(partition, next(partition)));
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            Reader<?> reader = Objects.requireNonNull(readers.get(partition.topic()));
            for (ConsumerRecord<byte[], byte[]> each : records.records(partition)) {
                if (isForUs(each)) {
                    answer(reader, each);
                }
                next.put(partition, each.offset() + 1);
            }
        }
    }

    private void answer(Reader<?> reader, ConsumerRecord<byte[], byte[]> reply) {
        try {
            if (!reader.answer(pending, reply.topic(), reply.value())) {
                LogMetrics.LATE.inc();
            }
        } catch (SerializationException e) {
            LogMetrics.UNDECODABLE.inc();
            LOG.atError()
                    .addKeyValue("topic", reply.topic())
                    .addKeyValue("partition", reply.partition())
                    .addKeyValue("offset", reply.offset())
                    .log("A reply can't be read");
        }
    }

    private boolean isForUs(ConsumerRecord<?, ?> reply) {
        @Nullable Header to = reply.headers().lastHeader(KafkaCommandLog.REPLY_TO);
        return to != null && Arrays.equals(to.value(), instance);
    }

    private long next(TopicPartition partition) {
        return Objects.requireNonNull(next.get(partition));
    }

    private static <R extends SpecificRecord> Reader<R> reader(Exchange<?, R> exchange, AvroSerdes serdes) {
        return new Reader<>(serdes.of(exchange.replies().value()).deserializer(), exchange.commandId());
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
