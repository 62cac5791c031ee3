package io.onsale.edge.streams;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;

/** What the streams tell about themselves. */
final class StreamMetrics {
    static final Gauge OPEN = Gauge.build("onsale_streams_open", "Listeners to streams of events.")
            .register();
    static final Counter DROPPED = Counter.build(
                    "onsale_streams_dropped_total",
                    "Listeners that were let go, for being slow or because the edge closed.")
            .labelNames("reason")
            .register();

    private StreamMetrics() {}
}
