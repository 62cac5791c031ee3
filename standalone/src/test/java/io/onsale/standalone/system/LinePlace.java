package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A fan's place in a line, and what the fan can do with it at any edge. */
record LinePlace(Person fan, Show show, String token, long sequence) {

    static LinePlace join(EdgeApi edge, Person fan, Show show) {
        Reply joined = edge.post(
                "/api/queue/join",
                event(show),
                Map.of(
                        "Authorization",
                        "Bearer " + fan.token(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
        assertThat(joined.status()).as(joined.text()).isEqualTo(202);
        return new LinePlace(
                fan,
                show,
                joined.text("queue_token"),
                joined.body().at("/receipt/sequence").asLong());
    }

    Reply status(EdgeApi edge) {
        Reply status = edge.get("/api/queue/status?event_id=" + show.eventId(), bearer());
        assertThat(status.status()).as(status.text()).isEqualTo(200);
        return status;
    }

    /** What it was handed to hold seats with; empty while it is not its turn. */
    String admission(EdgeApi edge) {
        return status(edge).body().path("admission_token").asText("");
    }

    /** Asks to hold a seat with what it was handed. */
    Reply hold(EdgeApi edge, String admission, String seat) {
        return edge.post(
                "/api/tickets/reserve",
                show.hold(List.of(seat)),
                Map.of(
                        "Authorization",
                        "Bearer " + fan.token(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "X-Admission-Token",
                        admission));
    }

    void leave(EdgeApi edge) {
        Reply left = edge.post("/api/queue/leave", event(show), bearer());
        assertThat(left.status()).as(left.text()).isEqualTo(204);
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static String event(Show show) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event_id", show.eventId())
                .toString();
    }
}
