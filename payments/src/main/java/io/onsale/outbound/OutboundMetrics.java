package io.onsale.outbound;

import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;

/** What the workers of this process say of themselves. */
final class OutboundMetrics {

    static final Counter COMMANDS = Counter.build("onsale_outbound_commands_total", "Commands that are done with")
            .labelNames("topic", "outcome")
            .register();
    static final Counter RETRIES = Counter.build(
                    "onsale_outbound_retries_total", "Attempts that failed and are made again")
            .labelNames("topic")
            .register();
    static final Gauge WAITING = Gauge.build(
                    "onsale_outbound_waiting", "Commands whose last attempt failed and that wait for the next")
            .labelNames("topic")
            .register();
    static final Gauge LAG = Gauge.build("onsale_outbound_lag", "Commands in the log that are not done")
            .labelNames("topic")
            .register();
    static final Counter RESTARTS = Counter.build(
                    "onsale_outbound_restarts_total",
                    "Times a worker was started anew after a failure that nobody foresaw")
            .labelNames("topic")
            .register();
    static final Histogram CALL_SECONDS = Histogram.build(
                    "onsale_outbound_call_seconds", "Time until other companies answered, or did not")
            .labelNames("peer", "outcome")
            .buckets(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 3)
            .register();

    private OutboundMetrics() {}
}
