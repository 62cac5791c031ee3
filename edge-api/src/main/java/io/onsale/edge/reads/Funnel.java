package io.onsale.edge.reads;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How far people come on their way to a ticket, as ClickHouse counts it. */
final class Funnel {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final String WHOM =
            "event_id={event_id:String}, from_at={from_at:DateTime64(3)}, to_at={to_at:DateTime64(3)}";
    private static final String ALL = "SELECT step, people FROM onsale.funnel(" + WHOM + ") ORDER BY position";
    private static final String BY =
            "SELECT value, step, people FROM onsale.funnel_by(" + WHOM + ", by={by:String}) ORDER BY value, position";
    private static final String FRESHNESS = "SELECT toUnixTimestamp64Milli(at) AS at FROM onsale.freshness";

    private final ClickHouseReader reader;

    Funnel(ClickHouseReader reader) {
        this.reader = reader;
    }

    /** The steps in their order. */
    List<Map<String, Object>> steps(String eventId, Instant from, Instant to) throws AnalyticsAwayException {
        return withConversion(reader.rows(ALL, parameters(eventId, from, to)));
    }

    /** The steps in their order for each value of a dimension. */
    List<Map<String, Object>> stepsBy(String by, String eventId, Instant from, Instant to)
            throws AnalyticsAwayException {
        Map<String, String> parameters = parameters(eventId, from, to);
        parameters.put("by", by);
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        for (JsonNode row : reader.rows(BY, parameters)) {
            groups.computeIfAbsent(row.path("value").asText(), first -> new ArrayList<>())
                    .add(row);
        }
        List<Map<String, Object>> answer = new ArrayList<>();
        groups.forEach((value, rows) -> {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("value", value);
            group.put("steps", withConversion(rows));
            answer.add(group);
        });
        return answer;
    }

    /** How many seconds old the newest event in ClickHouse is; nothing where it has none or does not say. */
    OptionalDouble freshness(Instant now) {
        try {
            return reader.rows(FRESHNESS, Map.of()).stream()
                    .mapToLong(row -> row.path("at").asLong())
                    .filter(at -> at > 0)
                    .mapToDouble(at -> Math.max(0, now.toEpochMilli() - at) / 1_000.0)
                    .findFirst();
        } catch (AnalyticsAwayException e) {
            // The steps are worth showing without it.
            return OptionalDouble.empty();
        }
    }

    private static Map<String, String> parameters(String eventId, Instant from, Instant to) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("event_id", eventId);
        parameters.put("from_at", MILLIS.format(from));
        parameters.put("to_at", MILLIS.format(to));
        return parameters;
    }

    private static List<Map<String, Object>> withConversion(List<JsonNode> rows) {
        long first = rows.isEmpty() ? 0 : rows.getFirst().path("people").asLong();
        List<Map<String, Object>> steps = new ArrayList<>();
        for (JsonNode row : rows) {
            long people = row.path("people").asLong();
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("step", row.path("step").asText());
            step.put("people", people);
            step.put("conversion", first == 0 ? 0.0 : (double) people / first);
            steps.add(step);
        }
        return steps;
    }
}
