package io.onsale.benchmarks.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/**
 * A burst for people and for programs.
 *
 * @param wanted the outcome that counts as done
 */
public record BurstReport(String name, int inFlight, Burst.Result result, String wanted) {

    /** A line for all, and one for each outcome. */
    public String text() {
        StringBuilder text = new StringBuilder("%s, %,d in flight: %,d answered in %.1f s, %,.0f/s %s"
                .formatted(name, inFlight, answered(), result.seconds(), rate(), wanted));
        text.append(", p99 %.0f ms, CPU %.2f s per 1,000".formatted(result.millis(99), cpuPerThousand()));
        for (String outcome : new TreeSet<>(result.latencies().keySet())) {
            text.append(System.lineSeparator())
                    .append("  %-20s %,9d   p50 %8.1f ms   p99 %8.1f ms   the last after %.1f s"
                            .formatted(
                                    outcome,
                                    result.count(outcome),
                                    result.millis(outcome, 50),
                                    result.millis(outcome, 99),
                                    result.lastOf().getOrDefault(outcome, 0.0)));
        }
        return text.toString();
    }

    public String json() {
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in_flight", inFlight)
                .put("seconds", result.seconds())
                .put("rate", rate())
                .put("p50_ms", result.millis(50))
                .put("p99_ms", result.millis(99))
                .put("cpu_seconds_per_1000", cpuPerThousand())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString());
        ObjectNode outcomes = report.putObject("outcomes");
        for (String outcome : new TreeSet<>(result.latencies().keySet())) {
            outcomes.putObject(outcome)
                    .put("count", result.count(outcome))
                    .put("p50_ms", result.millis(outcome, 50))
                    .put("p99_ms", result.millis(outcome, 99))
                    .put("last_after_seconds", result.lastOf().getOrDefault(outcome, 0.0));
        }
        return report.toString();
    }

    private long answered() {
        return result.latencies().keySet().stream().mapToLong(result::count).sum();
    }

    private double rate() {
        return result.count(wanted) / result.seconds();
    }

    private double cpuPerThousand() {
        return result.cpuSeconds() * 1000 / Math.max(1, answered());
    }
}
