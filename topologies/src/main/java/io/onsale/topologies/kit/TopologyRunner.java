package io.onsale.topologies.kit;

import io.onsale.schemas.retry.Backoff;
import io.onsale.schemas.retry.Pauses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology and tells how it is.
 *
 * <p>What fails is started anew, again and again until it works, whatever it was: a lost broker, a full disk. It is started as a whole
 * and under its old name, because a replaced thread would be a new member of the group and wait for its former self to time out. Only a
 * record at which a decision failed keeps it from starting, until that record is quarantined.
 *
 * <p>It is started anew as well where the host's clock was set back: Kafka Streams goes by that clock, and would ring no timer, commit
 * nothing that waits for its interval and send no heartbeat until the clock is again where it was.
 */
public final class TopologyRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopologyRunner.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final String name;
    private final AssembledTopology assembled;
    private final RunnerSettings settings;
    private final Quarantined quarantined;
    private final TopologyMetrics metrics;
    private final Backoff backoff = new Backoff(new Pauses(Duration.ofMillis(500), Duration.ofSeconds(10)));
    private final HostClock hostClock;
    private final ScheduledExecutorService watch;
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable PoisonedRecordException stoppedBy;
    private volatile @Nullable Throwable lastFailure;
    private boolean closed;

    /** On a host that has this system's clock. */
    public TopologyRunner(AssembledTopology assembled, RunnerSettings settings, Quarantined quarantined) {
        this(assembled, settings, quarantined, InstantSource.system());
    }

    /** The same, told by this clock whether the host's was set back. */
    public TopologyRunner(
            AssembledTopology assembled, RunnerSettings settings, Quarantined quarantined, InstantSource host) {
        this.name = assembled.name();
        this.assembled = assembled;
        this.settings = settings;
        this.quarantined = quarantined;
        this.metrics = assembled.metrics();
        this.hostClock = new HostClock(host, System::nanoTime);
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("watch-" + name).factory());
    }

    /** The consumer group of a topology's instances. */
    public static String group(String topology) {
        return "onsale-" + topology;
    }

    /** The topic from which a store of a topology is restored. */
    public static String changelog(String topology, String store) {
        return group(topology) + "-" + store + "-changelog";
    }

    public String name() {
        return name;
    }

    /** Begins; a mistake in the settings shows here, anything else only in its health. */
    public void start() {
        run();
        long every = LOOK_EVERY.toMillis();
        var unused = watch.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    /** True where its tasks are assigned, their stores restored, and nothing has stopped it. */
    public boolean ready() {
        KafkaStreams running = streams;
        return running != null
                && stoppedBy == null
                && running.state() == KafkaStreams.State.RUNNING
                && metrics.tasksAtWork() >= tasksWanted(running);
    }

    /** Those that the group gave it, and no fewer than were expected; an instance that stands by has none and lacks none. */
    private int tasksWanted(KafkaStreams running) {
        int given = running.metadataForLocalThreads().stream()
                .mapToInt(thread -> thread.activeTasks().size())
                .sum();
        return Math.max(given, settings.tasksExpected());
    }

    /** In a few words, for whoever asks why it is not ready. */
    public String status() {
        PoisonedRecordException poison = stoppedBy;
        if (poison != null) {
            return "stopped at " + poison.place();
        }
        KafkaStreams running = streams;
        String state = running == null ? "not started" : running.state().name().toLowerCase(Locale.ROOT);
        Throwable failure = lastFailure;
        int wanted = running == null ? settings.tasksExpected() : tasksWanted(running);
        return state + ", " + metrics.tasksAtWork() + " of " + wanted + " tasks at work"
                + (failure == null ? "" : ", failed with " + failure);
    }

    private synchronized void run() {
        if (closed) {
            return;
        }
        KafkaStreams fresh = new KafkaStreams(
                assembled.topology(), StreamsSettings.exactlyOnce(name, settings, assembled.backlog()));
        fresh.setUncaughtExceptionHandler(this::judge);
        streams = fresh;
        StreamsMetrics.expose(name, fresh);
        fresh.start();
    }

    private StreamThreadExceptionResponse judge(Throwable failure) {
        PoisonedRecordException poison = PoisonedRecordException.in(failure);
        if (poison == null) {
            lastFailure = failure;
            log.atError().addKeyValue("topology", name).setCause(failure).log("failed; starting anew");
        } else {
            stoppedBy = poison;
            metrics.stopped(true);
            log.atError()
                    .addKeyValue("topology", name)
                    .addKeyValue("record", poison.place())
                    .setCause(poison)
                    .log("stopped");
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Must not throw: it would never be called again. */
    private void look() {
        try {
            KafkaStreams running = streams;
            if (hostClock.wasSetBack() && running != null) {
                end(running);
            }
            if (ready()) {
                backoff.succeeded();
                lastFailure = null;
            } else if (running != null
                    && running.state().hasCompletedShutdown()
                    && mayGoOn()
                    && backoff.mayTry(now())) {
                startAnew(running);
            }
        } catch (RuntimeException failure) {
            lastFailure = failure;
            backoff.failed(now());
            log.atError().addKeyValue("topology", name).setCause(failure).log("cannot start; trying again");
        }
    }

    /** Once it has ended, however late, it is started anew like whatever else has. */
    private void end(KafkaStreams running) {
        log.atWarn().addKeyValue("topology", name).log("the host's clock was set back; starting anew");
        running.close(PATIENCE_AT_CLOSE);
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private boolean mayGoOn() {
        PoisonedRecordException poison = stoppedBy;
        return poison == null || quarantined.reason(poison.place()) != null;
    }

    private void startAnew(KafkaStreams ended) {
        ended.close(PATIENCE_AT_CLOSE);
        StreamsMetrics.forget(name, ended);
        PoisonedRecordException poison = stoppedBy;
        if (poison != null) {
            log.atInfo()
                    .addKeyValue("topology", name)
                    .addKeyValue("record", poison.place())
                    .log("quarantined; going on");
        }
        backoff.failed(now());
        metrics.restarted();
        metrics.stopped(false);
        stoppedBy = null;
        run();
    }

    /** Ends it after what it decided is committed. */
    @Override
    public synchronized void close() {
        closed = true;
        watch.shutdownNow();
        KafkaStreams running = streams;
        if (running == null) {
            return;
        }
        if (!running.close(PATIENCE_AT_CLOSE)) {
            log.atWarn().addKeyValue("topology", name).log("did not end in time");
        }
        StreamsMetrics.forget(name, running);
    }
}
