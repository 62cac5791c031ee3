package io.onsale.standalone.audit.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A line of a client's journal: what was asked and what was answered.
 *
 * @param at when the answer came, as an ISO instant
 * @param fan the account that asked; empty for nobody
 * @param route method and path with its variables, such as {@code DELETE /api/reservations/{reservation_id}}
 * @param eventId the show it was about; empty for none
 * @param idempotencyKey as sent; empty for none
 * @param digest tells two bodies apart
 * @param status of the answer; 0 where none came in time
 * @param told the answer's ids and amounts, or a refusal's code, named as in the answer
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Answer(
        String at,
        String fan,
        String route,
        String eventId,
        String idempotencyKey,
        String digest,
        int status,
        JsonNode told) {

    /** Whether the client was told that it was done. */
    public boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** A text of what was told, empty where it was not. */
    public String told(String name) {
        return told.path(name).asText("");
    }
}
