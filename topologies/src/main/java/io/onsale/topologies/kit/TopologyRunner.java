package io.onsale.topologies.kit;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology and tells how it is.
 *
 * <p>A lost broker or a full disk replaces the thread that met it, again and again until it works. A record at which the decider failed
 * stops the topology; it goes on by itself once that record is quarantined.
 */
public final class TopologyRunner implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopologyRunner.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final String name;
    private final Topology topology;
    private final RunnerSettings settings;
    private final Quarantined quarantined;
    private final TopologyMetrics metrics;
    private final ScheduledExecutorService watch;
    private volatile @Nullable KafkaStreams streams;
    private volatile @Nullable PoisonedRecordException stoppedBy;

    public TopologyRunner(
            String name, Topology topology, RunnerSettings settings, Quarantined quarantined, TopologyMetrics metrics) {
        this.name = name;
        this.topology = topology;
        this.settings = settings;
        this.quarantined = quarantined;
        this.metrics = metrics;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("watch-" + name).factory());
    }

    public String name() {
        return name;
    }

    public void start() {
        run();
        var unused = watch.scheduleWithFixedDelay(this::resumeWhenQuarantined, 1, 1, TimeUnit.SECONDS);
    }

    /** True where its tasks are assigned, their stores restored, and nothing has stopped it. */
    public boolean ready() {
        KafkaStreams running = streams;
        return running != null
                && stoppedBy == null
                && running.state() == KafkaStreams.State.RUNNING
                && metrics.tasksAtWork() >= settings.tasksExpected();
    }

    /** In a few words, for whoever asks why it is not ready. */
    public String status() {
        PoisonedRecordException poison = stoppedBy;
        if (poison != null) {
            return "stopped at " + poison.place();
        }
        KafkaStreams running = streams;
        String state = running == null ? "not started" : running.state().name().toLowerCase(Locale.ROOT);
        return state + ", " + metrics.tasksAtWork() + " of " + settings.tasksExpected() + " tasks at work";
    }

    private synchronized void run() {
        KafkaStreams fresh = new KafkaStreams(topology, StreamsSettings.exactlyOnce(name, settings));
        fresh.setUncaughtExceptionHandler(this::judge);
        StreamsMetrics.expose(name, fresh);
        streams = fresh;
        fresh.start();
    }

    private StreamThreadExceptionResponse judge(Throwable failure) {
        PoisonedRecordException poison = PoisonedRecordException.in(failure);
        if (poison != null) {
            stoppedBy = poison;
            log.atError()
                    .addKeyValue("topology", name)
                    .addKeyValue("record", poison.place())
                    .setCause(poison)
                    .log("stopped");
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        log.atError().addKeyValue("topology", name).setCause(failure).log("stream thread failed; replacing it");
        LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private void resumeWhenQuarantined() {
        PoisonedRecordException poison = stoppedBy;
        KafkaStreams stopped = streams;
        if (poison == null || stopped == null || quarantined.reason(poison.place()) == null) {
            return;
        }
        log.atInfo()
                .addKeyValue("topology", name)
                .addKeyValue("record", poison.place())
                .log("quarantined; going on");
        stopped.close(PATIENCE_AT_CLOSE);
        stoppedBy = null;
        run();
    }

    @Override
    public void close() {
        watch.shutdownNow();
        KafkaStreams running = streams;
        if (running != null) {
            running.close(PATIENCE_AT_CLOSE);
            StreamsMetrics.forget(name);
        }
    }
}
