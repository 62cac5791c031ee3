package io.onsale.edge.queue;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;

/** What the waiting room's routes tell about themselves. */
final class QueueMetrics {
    static final Counter JOINS = Counter.build("onsale_queue_joins_total", "Joins that were sent to the log.")
            .register();
    static final Histogram BATCH = Histogram.build("onsale_queue_join_batch_size", "Joins in one command.")
            .buckets(1, 2, 5, 10, 20, 50, 100, 200, 500)
            .register();
    static final Gauge JOINING = Gauge.build("onsale_queue_joining", "Joins that wait for their answers.")
            .register();
    static final Counter TURNED_AWAY = Counter.build(
                    "onsale_queue_joins_turned_away_total", "Joins that were not taken because too many waited.")
            .register();
    static final Gauge STREAMS = Gauge.build("onsale_queue_streams_open", "Places that somebody watches.")
            .register();
    static final Counter PUSHES = Counter.build("onsale_queue_pushes_total", "What streams of places were told.")
            .register();

    private QueueMetrics() {}
}
