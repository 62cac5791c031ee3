package io.onsale.edge.log;

import io.onsale.edge.http.Problem;
import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.registry.RegistryUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log in Kafka. */
public final class KafkaCommandLog implements CommandLog, AutoCloseable {

    /** The header by which a topology addresses its reply. */
    static final String REPLY_TO = "reply-to";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaCommandLog.class);
    private static final Duration STALL = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final Map<Topic<?>, Serializer<? extends SpecificRecord>> serializers = new HashMap<>();
    private final Pending pending;
    private final Replies replies;
    private final Preparation preparation;
    private final BrokerClock clock;
    private final Stall stall = new Stall(STALL);
    private final List<Header> replyTo;

    /**
     * Begins to prepare, in the background, for as long as it takes.
     *
     * @param instance the name of this process that no other has, and that no earlier one had
     * @param topics all topics that commands are written to
     * @param clock is put right by what brokers stamp on commands
     */
    public KafkaCommandLog(
            String instance,
            String bootstrapServers,
            Schemas schemas,
            List<Topic<?>> topics,
            int maxInFlight,
            Duration deadline,
            BrokerClock clock) {
        this.clock = clock;
        this.producer = new KafkaProducer<>(
                settings(bootstrapServers, deadline), new StringSerializer(), new ByteArraySerializer());
        topics.forEach(topic ->
                serializers.put(topic, schemas.serdes().of(topic.value()).serializer()));
        this.pending = new Pending(maxInFlight, deadline);
        this.replies = new Replies(instance, Replies.consumers(bootstrapServers), schemas.serdes(), pending);
        this.preparation = new Preparation(() -> topics.forEach(topic -> {
            producer.partitionsFor(topic.name());
            schemas.fetch(topic);
        }));
        this.replyTo = List.of(new RecordHeader(REPLY_TO, instance.getBytes(StandardCharsets.UTF_8)));
    }

    /** What it still needs before commands can be sent and their replies will be seen. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!preparation.isDone()) {
            missing.add("the topics of commands and their schemas");
        }
        if (!replies.areFollowed()) {
            missing.add("the ends of the topics of replies");
        }
        return missing;
    }

    @Override
    public <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> ask(
            Exchange<C, R> exchange, String key, String commandId, C command) {
        refuseUnlessUsable();
        byte[] value = serialize(exchange.commands(), command);
        CompletableFuture<Object> reply = pending.register(commandId);
        send(exchange.commands(), key, value, replyTo, failure -> failure.ifPresent(it -> pending.fail(commandId, it)));
        return reply.thenApply(exchange.replies().value()::cast);
    }

    @Override
    public <C extends SpecificRecord> CompletableFuture<Void> tell(Topic<C> topic, String key, C command) {
        refuseUnlessUsable();
        return write(topic, key, serialize(topic, command));
    }

    @Override
    public CompletableFuture<Void> remove(Topic<?> topic, String key) {
        refuseUnlessUsable();
        return write(topic, key, null);
    }

    private CompletableFuture<Void> write(Topic<?> topic, String key, byte @Nullable [] value) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        send(
                topic,
                key,
                value,
                List.of(),
                failure -> failure.ifPresentOrElse(
                        it -> durable.completeExceptionally(it.toException()), () -> durable.complete(null)));
        return durable;
    }

    @Override
    public void close() {
        preparation.close();
        pending.close();
        replies.close();
        producer.close(CLOSE);
    }

    private void refuseUnlessUsable() {
        if (!preparation.isDone() || !replies.areFollowed() || stall.isStalled()) {
            throw away().toException();
        }
    }

    private byte[] serialize(Topic<?> topic, SpecificRecord command) {
        Serializer<SpecificRecord> serializer = serializer(topic);
        try {
            return serializer.serialize(topic.name(), command);
        } catch (RegistryUnavailableException e) {
            throw away().toException();
        }
    }

    @SuppressWarnings("unchecked") // The map holds under each topic the serializer of that topic's record.
    private Serializer<SpecificRecord> serializer(Topic<?> topic) {
        return (Serializer<SpecificRecord>)
                Objects.requireNonNull(serializers.get(topic), () -> topic.name() + " takes no commands");
    }

    /** Sends, and tells whether the log has it: with a problem where it did not say so. */
    private void send(
            Topic<?> topic,
            String key,
            byte @Nullable [] value,
            List<Header> headers,
            Consumer<Optional<Problem>> outcome) {
        stall.sent();
        long sent = System.nanoTime();
        LogMetrics.COMMANDS.labels(topic.name()).inc();
        try {
            Future<?> unused = producer.send(
                    new ProducerRecord<>(topic.name(), null, key, value, headers), (metadata, failure) -> {
                        if (failure == null) {
                            stall.acknowledged();
                            outcome.accept(Optional.empty());
                            if (topic.kind() == TopicKind.COMMANDS) {
                                clock.stamped(partition(metadata), since(sent), metadata.timestamp());
                            }
                        } else {
                            fail(topic, failure, outcome);
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            // Only what the producer throws; what it merely reports goes to the callback.
            fail(topic, e, outcome);
        }
    }

    private static TopicPartition partition(RecordMetadata metadata) {
        return new TopicPartition(metadata.topic(), metadata.partition());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private void fail(Topic<?> topic, Exception failure, Consumer<Optional<Problem>> outcome) {
        stall.failed();
        LogMetrics.FAILED.labels(topic.name()).inc();
        LOG.atWarn()
                .addKeyValue("topic", topic.name())
                .addKeyValue("reason", failure.getMessage())
                .log("The log did not say that it has a command");
        outcome.accept(Optional.of(problem(failure)));
    }

    /** What whoever asked is told of a command that the log did not take. */
    static Problem problem(Exception failure) {
        return failure instanceof RecordTooLargeException
                ? Problem.of(413, "too_large", "What this asks for is more than one command may hold.")
                : away();
    }

    private static Problem away() {
        return Problem.of(
                        503,
                        "log_unavailable",
                        "The log can't be reached at the moment. Ask again, with the same Idempotency-Key.")
                .retryAfterSeconds(1);
    }

    private static Map<String, Object> settings(String bootstrapServers, Duration deadline) {
        int delivery = (int) deadline.toMillis();
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // One millisecond is little beside a commit, and under load saves most requests to the broker.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(2_000, delivery));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
