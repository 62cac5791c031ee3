package io.onsale.standalone.system;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A published event of sections A and B, each with one row, named 1.
 *
 * @param version what whoever reads of it at the other edge has to show, so as not to come too early
 */
record Show(String eventId, String version) {

    static final int LIMIT = 4;

    /** What an organizer posts. */
    static ObjectNode definition(int seatsPerSection, int holdSeconds) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("title", "System night")
                .put("category", "concert")
                .put("region", "Seoul")
                .put("currency", "KRW")
                .put("ticket_limit", LIMIT)
                .put("hold_seconds", holdSeconds)
                .put("on_sale_at", now.toString());
        event.putArray("performances")
                .addObject()
                .put("starts_at", now.plus(Duration.ofDays(45)).toString());
        ArrayNode sections = event.putArray("sections");
        for (String name : List.of("A", "B")) {
            sections.addObject()
                    .put("name", name)
                    .put("mode", "seat")
                    .put("grade", "R")
                    .put("price", 110_000)
                    .putArray("rows")
                    .addObject()
                    .put("name", "1")
                    .put("seats", seatsPerSection);
        }
        return event;
    }

    /** The same with a waiting room, whose draw comes so much later. */
    static ObjectNode withRoom(int seatsPerSection, Duration untilDraw, int maxConcurrent) {
        ObjectNode event = definition(seatsPerSection, 600);
        Instant opens = Instant.parse(event.path("on_sale_at").asText());
        event.put("on_sale_at", opens.plus(untilDraw).toString());
        event.putObject("waiting_room")
                .put("enabled", true)
                .put("opens_at", opens.toString())
                .put("max_concurrent", maxConcurrent)
                .put("admit_per_second", 100)
                .put("arrive_within_seconds", 5)
                .put("max_per_address", 1_000_000)
                .put("max_per_device", 1_000_000)
                .put("challenge", "never");
        return event;
    }

    /** A request to hold seats. */
    String hold(List<String> seats) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("event_id", eventId);
        ArrayNode ids = body.putArray("seat_ids");
        seats.forEach(ids::add);
        return body.toString();
    }
}
