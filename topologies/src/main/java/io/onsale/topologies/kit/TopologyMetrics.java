package io.onsale.topologies.kit;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
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

    private final AtomicInteger tasks = new AtomicInteger();
    private final Gauge.Child taskGauge;
    private final Gauge.Child stopped;
    private final Counter.Child restarts;
    private final Counter.Child decided;
    private final Counter.Child repeated;
    private final Counter.Child deadLetters;
    private final Counter.Child bugs;

    public TopologyMetrics(String topology) {
        taskGauge = TASKS.labels(topology);
        stopped = STOPPED.labels(topology);
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
