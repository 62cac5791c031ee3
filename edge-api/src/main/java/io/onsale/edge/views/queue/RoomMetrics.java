package io.onsale.edge.views.queue;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;

/** What the views of waiting rooms tell about themselves. */
final class RoomMetrics {
    static final Counter DISAGREEMENTS = Counter.build(
                    "onsale_queue_draw_disagreements_total",
                    "Rosters or orders of the log that are not what comes of drawing them again: a defect, or a fraud.")
            .labelNames("what")
            .register();
    static final Gauge WAITING = Gauge.build("onsale_queue_waiting", "Places in all lines that are in view.")
            .register();

    private RoomMetrics() {}
}
