package io.onsale.outbound;

import io.onsale.schemas.Topic;
import io.onsale.schemas.retry.Pauses;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries to do what a command asks for until it is done, or a dead letter, or the worker stops. */
final class Attempts<C extends SpecificRecord> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    /** A record of the log that something has to be done about. */
    sealed interface Task<C> {
        ConsumerRecord<byte[], byte[]> record();
    }

    record Understood<C>(ConsumerRecord<byte[], byte[]> record, String key, C command) implements Task<C> {}

    record Garbled<C>(ConsumerRecord<byte[], byte[]> record, String reason) implements Task<C> {}

    /** One attempt, which may be interrupted. */
    private interface Attempt {
        void make() throws InterruptedException;
    }

    private final Handler<C> handler;
    private final Topic<C> topic;
    private final DeadLetters deadLetters;
    private final Pauses pauses;
    private final Semaphore places;
    private final CountDownLatch closing = new CountDownLatch(1);

    Attempts(Handler<C> handler, Topic<C> topic, DeadLetters deadLetters, WorkerSettings settings) {
        this.handler = handler;
        this.topic = topic;
        this.deadLetters = deadLetters;
        this.pauses = new Pauses(settings.retryAfter(), settings.retryAtLeastEvery());
        this.places = new Semaphore(settings.atOnce());
    }

    /** What has to wait for what: a lane of the handler's, or one of its own. */
    String lane(Task<C> task) {
        return switch (task) {
            case Understood<C> understood -> lane(understood);
            case Garbled<C> garbled -> ofItsOwn(garbled.record());
        };
    }

    /** What the handler doesn't even know where to put waits for nothing; it becomes a dead letter once it is carried out. */
    private String lane(Understood<C> task) {
        try {
            return handler.lane(task.key(), task.command());
        } catch (RuntimeException e) {
            return ofItsOwn(task.record());
        }
    }

    private static String ofItsOwn(ConsumerRecord<byte[], byte[]> record) {
        return "unreadable/" + record.partition() + "/" + record.offset();
    }

    /** Returns true when nothing is left to do about it; false where the worker stops before. */
    boolean carryOut(Task<C> task) {
        try {
            return switch (task) {
                case Understood<C> understood -> done(understood);
                case Garbled<C> garbled -> bury(garbled.record(), garbled.reason());
            };
        } catch (InterruptedException | InterruptException e) {
            return false;
        }
    }

    private boolean done(Understood<C> task) throws InterruptedException {
        try {
            boolean done = untilDone(() -> handler.handle(task.key(), task.command()));
            if (done) {
                OutboundMetrics.COMMANDS.labels(topic.name(), "done").inc();
            }
            return done;
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("command_id", handler.envelope(task.command()).getCommandId())
                    .setCause(e)
                    .log("a command cannot be carried out");
            return bury(task.record(), e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private boolean bury(ConsumerRecord<byte[], byte[]> record, String reason) throws InterruptedException {
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("reason", reason)
                .log("a dead letter");
        boolean kept = untilDone(() -> deadLetters.keep(record, reason));
        if (kept) {
            OutboundMetrics.COMMANDS.labels(topic.name(), "dead_letter").inc();
        }
        return kept;
    }

    private boolean untilDone(Attempt attempt) throws InterruptedException {
        for (int failures = 0; closing.getCount() > 0; failures++) {
            if (failures > 0 && pausesAndStops(failures)) {
                return false;
            }
            places.acquire();
            try {
                attempt.make();
                return true;
            } catch (TryAgainException e) {
                OutboundMetrics.RETRIES.labels(topic.name()).inc();
                LOG.atInfo().addKeyValue("reason", e.getMessage()).log("tried again later");
            } finally {
                places.release();
            }
        }
        return false;
    }

    private boolean pausesAndStops(int failures) throws InterruptedException {
        Duration pause = pauses.scattered(failures);
        OutboundMetrics.WAITING.labels(topic.name()).inc();
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            OutboundMetrics.WAITING.labels(topic.name()).dec();
        }
    }

    /** Makes no more attempts. */
    @Override
    public void close() {
        closing.countDown();
    }
}
