package io.onsale.benchmarks.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A measurement for people and for programs. */
public final class Report {

    private Report() {}

    /**
     * One line.
     *
     * @param wanted the outcome that counts as done
     */
    public static String text(String name, Measurement measured, String wanted) {
        return "%-24s %-22s %,8.0f/s   p50 %7.2f ms   p99 %7.2f ms   p99.9 %7.2f ms   CPU %5.2f ms   %s"
                .formatted(
                        name,
                        load(measured.load()),
                        measured.rate(wanted),
                        measured.millis(50),
                        measured.millis(99),
                        measured.millis(99.9),
                        measured.cpuMillis(),
                        others(measured, wanted));
    }

    public static String json(String name, Measurement measured, String wanted) {
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("clients", measured.load().clients())
                .put("offered_rate", measured.load().rate())
                .put("rate", measured.rate(wanted))
                .put("p50_ms", measured.millis(50))
                .put("p99_ms", measured.millis(99))
                .put("p99_9_ms", measured.millis(99.9))
                .put("cpu_ms", measured.cpuMillis())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString());
        ObjectNode outcomes = report.putObject("outcomes");
        measured.outcomes().forEach(outcomes::put);
        return report.toString();
    }

    private static String load(Load load) {
        return load.open() ? "at %,d/s".formatted(load.rate()) : "by %,d clients".formatted(load.clients());
    }

    private static String others(Measurement measured, String wanted) {
        StringBuilder others = new StringBuilder();
        for (Map.Entry<String, Long> outcome : measured.outcomes().entrySet()) {
            if (!outcome.getKey().equals(wanted)) {
                others.append("  %,d %s".formatted(outcome.getValue(), outcome.getKey()));
            }
        }
        return others.isEmpty() ? "no other outcome" : others.toString().strip();
    }
}
