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
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (LeanHttp http = new LeanHttp(edge)) {
            return publish(http, signsUp(http), event(title, ticketLimit, now, sections));
        }
    }

    /** Signs up, and returns an access token. */
    public static String signsUp(LeanHttp http) throws IOException {
        return send(http, "POST", "/api/auth/signup", "", organizer(), 201)
                .get("access_token")
                .asText();
    }

    /** Creates an event, publishes it, and returns its id. */
    public static String publish(LeanHttp http, String token, ObjectNode event) throws IOException {
        JsonNode created = send(http, "POST", "/api/events", token, event.toString(), 201);
        String eventId = created.get("event_id").asText();
        // 202 says that it is published and not everywhere in view yet, which a busy machine takes its time for.
        LeanHttp.Answer published;
        do {
            published = http.send("POST", "/api/events/" + eventId + "/publish", headers(token), "{}");
        } while (published.status() == 202);
        if (published.status() != 200) {
            throw new IOException("publishing answered " + published.status() + " " + published.text());
        }
        return eventId;
    }

    /**
     * Makes a request that has to succeed.
     *
     * @param token none where it is empty
     */
    public static JsonNode send(LeanHttp http, String method, String path, String token, String body, int expected)
            throws IOException {
        LeanHttp.Answer answer = http.send(method, path, headers(token), body);
        if (answer.status() != expected) {
            throw new IOException(path + " answered " + answer.status() + " " + answer.text());
        }
        return JSON.readTree(answer.body());
    }

    private static String headers(String token) {
        return "Idempotency-Key: " + UUID.randomUUID() + "\r\n"
                + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
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

    /** An event with one performance, as an organizer posts it. */
    public static ObjectNode event(String title, int ticketLimit, Instant onSaleAt, ArrayNode sections) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("title", title)
                .put("category", "concert")
                .put("region", "Seoul")
                .put("currency", "KRW")
                .put("ticket_limit", ticketLimit)
                .put("hold_seconds", HOLD_SECONDS)
                .put("on_sale_at", onSaleAt.toString());
        event.putArray("performances")
                .addObject()
                .put("starts_at", onSaleAt.plus(Duration.ofDays(30)).toString());
        event.set("sections", sections);
        return event;
    }
}
