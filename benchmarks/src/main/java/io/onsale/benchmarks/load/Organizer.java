package io.onsale.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Puts shows on sale for a load, as any organizer does. */
public final class Organizer {

    private static final int HOLD_SECONDS = 3600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Organizer() {}

    /** Signs up, creates an event with one performance, publishes it, and returns its id. */
    public static String publishes(URI edge, String title, int ticketLimit, ArrayNode sections) throws IOException {
        try (LeanHttp http = new LeanHttp(edge)) {
            String token = post(http, "/api/auth/signup", "", organizer(), 201)
                    .get("access_token")
                    .asText();
            JsonNode created = post(http, "/api/events", token, event(title, ticketLimit, sections), 201);
            String eventId = created.get("event_id").asText();
            post(http, "/api/events/" + eventId + "/publish", token, "{}", 200);
            return eventId;
        }
    }

    private static JsonNode post(LeanHttp http, String path, String token, String body, int expected)
            throws IOException {
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

    private static String event(String title, int ticketLimit, ArrayNode sections) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("category", "concert")
                .put("region", "Seoul")
                .put("currency", "KRW")
                .put("ticket_limit", ticketLimit)
                .put("hold_seconds", HOLD_SECONDS)
                .put("on_sale_at", now.toString());
        event.putArray("performances")
                .addObject()
                .put("starts_at", now.plus(Duration.ofDays(30)).toString());
        event.set("sections", sections);
        return event.toString();
    }
}
