package io.onsale.benchmarks.holds;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.benchmarks.load.LeanHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * One large show, on sale: areas A1, A2 … of equal size, in rows of two hundred seats, so that the whole fits into one request.
 *
 * @param areas how many areas it has
 * @param rows how many rows an area has
 */
public record BenchShow(String eventId, String performanceId, int areas, int rows) {

    static final int ROW = 200;
    private static final int TICKET_LIMIT = 100;
    private static final int HOLD_SECONDS = 3600;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Signs an organizer up, creates the show and publishes it. */
    public static BenchShow open(URI edge, int areas, int rows) throws IOException {
        try (LeanHttp http = new LeanHttp(edge)) {
            String token = post(http, "/api/auth/signup", "", organizer(), 201)
                    .get("access_token")
                    .asText();
            var created = post(http, "/api/events", token, event(areas, rows), 201);
            String eventId = created.get("event_id").asText();
            post(http, "/api/events/" + eventId + "/publish", token, "{}", 200);
            return new BenchShow(
                    eventId, created.at("/performances/0/performance_id").asText(), areas, rows);
        }
    }

    public int seats() {
        return areas * rows * ROW;
    }

    /** The id of the seat of this number, counted through all areas from 0. */
    String seat(int number) {
        int area = number / (rows * ROW);
        int inArea = number % (rows * ROW);
        return "A" + (area + 1) + "-" + (inArea / ROW + 1) + "-" + (inArea % ROW + 1);
    }

    private static com.fasterxml.jackson.databind.JsonNode post(
            LeanHttp http, String path, String token, String body, int expected) throws IOException {
        String headers = "Idempotency-Key: " + UUID.randomUUID() + "\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
        LeanHttp.Answer answer = http.post(path, headers, body);
        if (answer.status() != expected) {
            throw new IOException(path + " answered " + answer.status() + " " + answer.text());
        }
        return JSON.readTree(answer.body());
    }

    private static String organizer() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("email", "bench-" + UUID.randomUUID() + "@example.com")
                .put("password", UUID.randomUUID().toString())
                .put("name", "Bench")
                .put("role", "organizer")
                .toString();
    }

    private static String event(int areas, int rows) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("title", "Stadium")
                .put("category", "concert")
                .put("region", "Seoul")
                .put("currency", "KRW")
                .put("ticket_limit", TICKET_LIMIT)
                .put("hold_seconds", HOLD_SECONDS)
                .put("on_sale_at", now.toString());
        event.putArray("performances")
                .addObject()
                .put("starts_at", now.plus(Duration.ofDays(30)).toString());
        ArrayNode sections = event.putArray("sections");
        for (int area = 1; area <= areas; area++) {
            ArrayNode of = sections.addObject()
                    .put("name", "A" + area)
                    .put("mode", "seat")
                    .put("grade", "S")
                    .put("price", 99_000)
                    .putArray("rows");
            for (int row = 1; row <= rows; row++) {
                of.addObject().put("name", Integer.toString(row)).put("seats", ROW);
            }
        }
        return event.toString();
    }
}
