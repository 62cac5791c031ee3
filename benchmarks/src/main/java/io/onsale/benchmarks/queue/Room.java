package io.onsale.benchmarks.queue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.benchmarks.load.LeanHttp;
import io.onsale.benchmarks.load.Organizer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A published event with a waiting room that keeps nobody out, and what its organizer does with it.
 *
 * @param token the organizer's
 */
record Room(URI edge, String token, String eventId) {

    /** Of its one section. */
    static final String FLOOR = "Floor";

    private static final int MOST_PLACES = 1_000_000;
    private static final Duration OPENS_AHEAD = Duration.ofHours(1);

    /**
     * What a room goes by.
     *
     * @param drawsAt when the sale begins; everybody who joins from then on waits in turn
     */
    record Terms(Instant drawsAt, int maxConcurrent, int admitPerSecond, Duration arriveWithin) {

        /** For joins alone: the sale is far away. */
        static Terms ofJoins() {
            return new Terms(Instant.now().plus(Duration.ofHours(6)), 1, 1, Duration.ofMinutes(15));
        }
    }

    /** Of a new organizer. */
    static Room open(URI edge, Terms terms) throws IOException {
        try (LeanHttp http = new LeanHttp(edge)) {
            String token = Organizer.signsUp(http);
            return new Room(edge, token, Organizer.publish(http, token, event(terms)));
        }
    }

    /** Lets so many in from now on. */
    void control(int maxConcurrent, int admitPerSecond, String state) throws IOException {
        ObjectNode control = JsonNodeFactory.instance
                .objectNode()
                .put("max_concurrent", maxConcurrent)
                .put("admit_per_second", admitPerSecond)
                .put("state", state);
        try (LeanHttp http = new LeanHttp(edge)) {
            Organizer.send(http, "PUT", "/api/queue/" + eventId + "/control", token, control.toString(), 200);
        }
    }

    /** Has the sale begin later. */
    void postpone(Instant drawsAt) throws IOException {
        ObjectNode change = JsonNodeFactory.instance
                .objectNode()
                .put("on_sale_at", drawsAt.truncatedTo(ChronoUnit.MILLIS).toString());
        try (LeanHttp http = new LeanHttp(edge)) {
            Organizer.send(http, "PATCH", "/api/events/" + eventId, token, change.toString(), 200);
        }
    }

    private static ObjectNode event(Terms terms) {
        Instant onSaleAt = terms.drawsAt().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode event = Organizer.event("Queue", 4, onSaleAt, sections());
        Instant now = Instant.now();
        event.putObject("waiting_room")
                .put("enabled", true)
                .put(
                        "opens_at",
                        (onSaleAt.isBefore(now) ? onSaleAt : now)
                                .minus(OPENS_AHEAD)
                                .toString())
                .put("max_concurrent", terms.maxConcurrent())
                .put("admit_per_second", terms.admitPerSecond())
                .put("arrive_within_seconds", terms.arriveWithin().toSeconds())
                .put("max_per_address", MOST_PLACES)
                .put("max_per_device", MOST_PLACES)
                .put("challenge", "never");
        return event;
    }

    private static ArrayNode sections() {
        ArrayNode sections = JsonNodeFactory.instance.arrayNode();
        sections.addObject()
                .put("name", FLOOR)
                .put("mode", "quantity")
                .put("grade", "R")
                .put("price", 99_000)
                .put("capacity", 10_000);
        return sections;
    }
}
