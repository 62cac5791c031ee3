package io.onsale.standalone.cli;

import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Standalone;
import io.onsale.standalone.crowd.CrowdProgress;
import io.onsale.standalone.crowd.LineFigures;

/** What a person reads when the system is ready. */
final class Texts {

    private Texts() {}

    static String crowd(CrowdProgress now) {
        long refused =
                now.refusals().values().stream().mapToLong(Long::longValue).sum();
        return String.format(
                "  %3d s%s  %,6d of %,d seats taken  %,5.0f holds/s  %,7d refused  p99 %4.0f ms%s",
                now.elapsed().toSeconds(),
                now.line().map(Texts::line).orElse(""),
                now.held(),
                now.seats(),
                now.holdsPerSecond(),
                refused,
                now.p99().toNanos() / 1e6,
                now.errors() == 0 ? "" : "  %,d errors".formatted(now.errors()));
    }

    private static String line(LineFigures line) {
        return "  %,6d waiting  %,6d let in  %,5d shopping  %,4d no-shows"
                .formatted(line.waiting(), line.letIn(), line.shopping(), line.noShows());
    }

    static String ready(Standalone system) {
        Endpoints at = system.endpoints();
        return """

                Onsale is ready after %.1f s.

                  the on-sale      %s/
                  tickets          %s/events     (organizers: %s/organizer)
                  API, documented  %s/docs
                  metrics          %s/metrics
                  Kafka            %s
                  schema registry  %s
                  ClickHouse       %s   (./onsale sql "SHOW TABLES")
                  simulated gateway %s  (payments, messages; its login: data folder, keys/gateway.key)
                """.formatted(
                        system.startTimes().total() / 1000.0,
                        at.edge(),
                        at.edge(),
                        at.edge(),
                        at.edge(),
                        at.edge(),
                        at.kafka(),
                        at.registry(),
                        at.clickhouse().url(),
                        at.gateway().url());
    }
}
