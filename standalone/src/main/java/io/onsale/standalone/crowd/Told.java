package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** What of an answer is worth keeping: its ids and amounts, by which the audit finds it in the log. */
final class Told {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Told() {}

    /** Fields of an answer as they are. */
    static ObjectNode fields(JsonNode body, String... names) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            told.set(name, body.path(name));
        }
        return told;
    }

    /** A reservation: its seats' ids and what they cost. */
    static ObjectNode reservation(JsonNode body) {
        ObjectNode told = fields(body, "reservation_id", "expires_at");
        ArrayNode seats = told.putArray("seats");
        body.path("seats")
                .forEach(seat -> seats.add(
                        seat.isTextual() ? seat.asText() : seat.path("seat_id").asText()));
        told.put("total", body.path("price").path("total").asLong());
        told.put("currency", body.path("price").path("currency").asText());
        return told;
    }

    /** An order, and how it stood. */
    static ObjectNode order(JsonNode body) {
        return fields(body, "order_id", "booking_number", "status", "total");
    }

    /** A reservation that was given back; the answer itself is empty. */
    static ObjectNode released(String reservationId) {
        return JsonNodeFactory.instance.objectNode().put("reservation_id", reservationId);
    }

    /** A step that was taken in; the answer says what the log calls the session, but does not repeat the step. */
    static ObjectNode step(JsonNode body, String step) {
        ObjectNode told = fields(body, "session");
        told.putArray("steps").add(step);
        return told;
    }

    /** A place in line, by the receipt for it. */
    static ObjectNode place(JsonNode body) {
        return fields(body.path("receipt"), "sequence", "pseudonym", "joined_at", "commitment");
    }

    /** A place that was given up; the answer itself is empty. */
    static ObjectNode left(long sequence) {
        return JsonNodeFactory.instance.objectNode().put("sequence", sequence);
    }

    /** An admission, by the id in its token. */
    static ObjectNode admission(JsonNode body) {
        String[] parts = body.path("admission_token").asText().split("\\.", -1);
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("admission_id", claims.path("jti").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("an admission token that has no claims", e);
        }
    }

    /** A refusal. */
    static ObjectNode refusal(EdgeAnswer answer) {
        return JsonNodeFactory.instance.objectNode().put("code", answer.code());
    }
}
