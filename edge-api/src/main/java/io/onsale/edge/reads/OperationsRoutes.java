package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How the edge is, for those who run it, and what time it has. */
final class OperationsRoutes implements Routes {
    private final Supplier<List<String>> missing;
    private final Clock clock;

    /**
     * Tells the readiness of the edge.
     *
     * @param missing what it still lacks to answer; empty where it is ready
     */
    OperationsRoutes(Supplier<List<String>> missing, Clock clock) {
        this.missing = missing;
        this.clock = clock;
        DefaultExports.initialize();
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/livez", ctx -> Json.answer(ctx, 200, Map.of("status", "alive")));
        routes.get("/readyz", this::ready);
        routes.get("/metrics", OperationsRoutes::metrics);
        routes.get("/api/time", this::time);
    }

    private void ready(Context ctx) {
        List<String> lacks = missing.get();
        if (!lacks.isEmpty()) {
            throw Problem.of(503, "not_ready", "This instance cannot answer yet.")
                    .with("missing", lacks)
                    .retryAfterSeconds(1)
                    .toException();
        }
        Json.answer(ctx, 200, Map.of("status", "ready"));
    }

    private void time(Context ctx) {
        Instant now = clock.instant();
        Json.answer(ctx, 200, Map.of("now", now.toString(), "epoch_millis", now.toEpochMilli()));
    }

    private static void metrics(Context ctx) throws IOException {
        StringWriter text = new StringWriter();
        TextFormat.write004(text, CollectorRegistry.defaultRegistry.metricFamilySamples());
        ctx.contentType(TextFormat.CONTENT_TYPE_004).result(text.toString());
    }
}
