package io.onsale.edge.views;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;

/** What the views tell about themselves. */
final class ViewMetrics {
    static final Counter RECORDS = Counter.build("onsale_view_records_total", "Records taken into the edge's views.")
            .labelNames("topic")
            .register();
    static final Counter UNDECODABLE = Counter.build(
                    "onsale_view_undecodable_total", "Records that no view could read and that were passed over.")
            .labelNames("topic")
            .register();
    static final Counter GAPS = Counter.build(
                    "onsale_view_sequence_gaps_total",
                    "Events missing from a key's sequence: a defect of whoever wrote it.")
            .labelNames("topic")
            .register();
    static final Gauge LAG = Gauge.build(
                    "onsale_view_lag_seconds",
                    "Age of the newest record in view while more of them wait; 0 at the log's end.")
            .labelNames("topic")
            .register();

    private ViewMetrics() {}
}
