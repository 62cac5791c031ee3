package io.onsale.analytics.sink;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;

/** What the sinks of this process say of themselves. */
final class SinkMetrics {
    static final Counter ROWS = Counter.build("onsale_sink_rows_total", "Events stored in ClickHouse")
            .labelNames("topic")
            .register();
    static final Counter BATCHES = Counter.build("onsale_sink_batches_total", "Inserts into ClickHouse that succeeded")
            .labelNames("topic")
            .register();
    static final Counter UNDECODABLE = Counter.build(
                    "onsale_sink_undecodable_total", "Records that could not be read and are stored without a body")
            .labelNames("topic")
            .register();
    static final Counter FAILURES = Counter.build(
                    "onsale_sink_failures_total", "Attempts that ClickHouse or the schema registry failed")
            .register();
    static final Histogram INSERT_SECONDS = Histogram.build(
                    "onsale_sink_insert_seconds", "Time of an insert into ClickHouse")
            .buckets(.002, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10)
            .register();
    static final Gauge LAG = Gauge.build("onsale_sink_lag_events", "Events in the log that are not stored yet")
            .register();
    static final Gauge BACKING_OFF = Gauge.build(
                    "onsale_sink_backing_off", "1 while the sink waits for ClickHouse or the schema registry")
            .register();

    static final Counter RESTARTS = Counter.build(
                    "onsale_sink_restarts_total", "Times it was started anew after a failure that nobody foresaw")
            .register();

    static final Counter FORGOTTEN = Counter.build(
                    "onsale_sink_offsets_forgotten_total",
                    "Partitions that were begun behind what is stored, because the brokers had forgotten the sink's offsets")
            .register();

    private SinkMetrics() {}
}
