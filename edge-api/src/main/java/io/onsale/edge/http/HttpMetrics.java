package io.onsale.edge.http;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.prometheus.client.Counter;
import io.prometheus.client.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts and times requests by route, never by path, so that clients can't make labels. */
final class HttpMetrics {

    private static final String NO_ROUTE = "none";

    private static final Counter REQUESTS = Counter.build("onsale_http_requests_total", "Requests answered.")
            .labelNames("route", "method", "status")
            .register();
    private static final Histogram SECONDS = Histogram.build(
                    "onsale_http_request_seconds", "How long requests took; streams are left out.")
            .labelNames("route", "method")
            .buckets(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
            .register();

    private HttpMetrics() {}

    static void observe(Context ctx, float milliseconds) {
        @Nullable Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        String route = endpoint == null ? NO_ROUTE : endpoint.path;
        String method = endpoint == null ? NO_ROUTE : endpoint.method.name();
        REQUESTS.labels(route, method, ctx.statusCode() / 100 + "xx").inc();
        if (!isStream(ctx)) {
            SECONDS.labels(route, method).observe(milliseconds / 1000.0);
        }
    }

    private static boolean isStream(Context ctx) {
        @Nullable String type = ctx.res().getContentType();
        return type != null && type.startsWith("text/event-stream");
    }
}
