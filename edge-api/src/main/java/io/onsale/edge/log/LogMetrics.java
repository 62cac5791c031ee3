package io.onsale.edge.log;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;

/** What the edge tells about its use of the log. */
final class LogMetrics {

    static final Counter COMMANDS = Counter.build("onsale_edge_commands_total", "Commands sent.")
            .labelNames("topic")
            .register();
    static final Counter FAILED = Counter.build(
                    "onsale_edge_commands_failed_total", "Commands of which the log did not say that it has them.")
            .labelNames("topic")
            .register();
    static final Counter LATE = Counter.build(
                    "onsale_edge_replies_late_total", "Replies for which nobody was waiting any more.")
            .register();
    static final Counter OVERDUE = Counter.build(
                    "onsale_edge_commands_overdue_total", "Commands that were not answered by their deadline.")
            .register();
    static final Counter UNDECODABLE = Counter.build(
                    "onsale_edge_replies_undecodable_total", "Replies to this edge that it could not read.")
            .register();
    static final Gauge CLOCK_OFFSET = Gauge.build(
                    "onsale_edge_clock_offset_seconds",
                    "How far the brokers' time is ahead of this host's clock where that is wrong, behind where it is less than 0; the edge goes by theirs.")
            .register();
    static final Gauge IN_FLIGHT = Gauge.build("onsale_edge_commands_in_flight", "Commands waiting for their reply.")
            .register();

    private LogMetrics() {}
}
