package io.onsale.topologies.kit;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What one topology counts, and how many of its tasks are at work. */
public final class TopologyMetrics {

    private static final Counter DECISIONS = Counter.build("onsale_topology_decisions_total", "Commands judged.")
            .labelNames("topology", "result")
            .register();
    private static final Gauge TASKS = Gauge.build("onsale_topology_tasks", "Tasks assigned, restored and at work.")
            .labelNames("topology")
            .register();
    private static final Gauge STOPPED = Gauge.build(
                    "onsale_topology_stopped", "1 where it stands at a record until somebody quarantines it.")
            .labelNames("topology")
            .register();
    private static final Counter RESTARTS = Counter.build(
                    "onsale_topology_restarts_total", "Times it was started anew after a failure.")
            .labelNames("topology")
            .register();

    private static final Gauge CLOCK_AHEAD = Gauge.build(
                    "onsale_topology_clock_ahead_seconds",
                    "How far the log's time, or that of the key furthest ahead of it, is ahead of this host's clock.")
            .labelNames("topology")
            .register();

    private final Map<Object, Duration> ahead = new ConcurrentHashMap<>();
    private final AtomicInteger tasks = new AtomicInteger();
    private final Gauge.Child taskGauge;
    private final Gauge.Child stopped;
    private final Gauge.Child clockAhead;
    private final Counter.Child restarts;
    private final Counter.Child decided;
    private final Counter.Child repeated;
    private final Counter.Child deadLetters;
    private final Counter.Child bugs;

    public TopologyMetrics(String topology) {
        taskGauge = TASKS.labels(topology);
        stopped = STOPPED.labels(topology);
        clockAhead = CLOCK_AHEAD.labels(topology);
        restarts = RESTARTS.labels(topology);
        decided = DECISIONS.labels(topology, "decided");
        repeated = DECISIONS.labels(topology, "repeated");
        deadLetters = DECISIONS.labels(topology, "dead_letter");
        bugs = DECISIONS.labels(topology, "bug");
    }

    void decided() {
        decided.inc();
    }

    void repeated() {
        repeated.inc();
    }

    void deadLetter() {
        deadLetters.inc();
    }

    void bug() {
        bugs.inc();
    }

    void stopped(boolean standsStill) {
        stopped.set(standsStill ? 1 : 0);
    }

    void restarted() {
        restarts.inc();
    }

    /** How far one of its tasks sees the log's time ahead of the host's clock; zero, too, where it sees no more. */
    void clockAhead(Object task, Duration lead) {
        if (lead.isPositive()) {
            ahead.put(task, lead);
        } else {
            ahead.remove(task);
        }
        clockAhead.set(
                ahead.values().stream().mapToLong(Duration::toMillis).max().orElse(0) / 1_000.0);
    }

    void taskStarted() {
        taskGauge.set(tasks.incrementAndGet());
    }

    void taskStopped() {
        taskGauge.set(tasks.decrementAndGet());
    }

    /** Tasks whose stores are restored and which judge commands now. */
    int tasksAtWork() {
        return tasks.get();
    }
}
