package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.edge.views.queue.RoomScript;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.ControlRoom;
import io.onsale.schemas.admission.RateFan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControlRoutesTest {
    private final QueueHarness edge = new QueueHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asText();
    }

    @Test
    void organizersSeeAndChangeTheirOwnRooms() {
        String organizer = edge.token("organizer-1", Role.ORGANIZER);
        edge.placeOf("ann");
        JsonNode control = edge.get("/api/queue/event-1/control", organizer).body();
        assertThat(control.at("/figures/waiting").asInt()).isEqualTo(1);

        Answer changed = edge.send("PUT", "/api/queue/event-1/control", "{\"paused\":true}", organizer);
        assertThat(text(changed.body(), "state")).isEqualTo("paused");
        assertThat(changed.body().path("paused").asBoolean()).isTrue();
        assertThat(((ControlRoom) edge.log.commands.getLast()).getOrganizerId()).isEqualTo("organizer-1");

        edge.send("PUT", "/api/queue/event-1/control", "{\"paused\":false}", organizer);
        assertThat((ControlRoom) edge.log.commands.getLast())
                .as("what was before the pause is admission's to know")
                .extracting(ControlRoom::getPaused, ControlRoom::getState)
                .containsExactly(false, null);

        edge.send("PUT", "/api/queue/event-1/control", "{\"max_concurrent\":0}", edge.token("root", Role.OPERATOR));
        assertThat(((ControlRoom) edge.log.commands.getLast()).getOrganizerId())
                .as("an operator is no organizer")
                .isNull();
        assertThat(edge.get("/api/queue/event-1/control", edge.token("organizer-2", Role.ORGANIZER))
                        .code())
                .isEqualTo("not_your_event");
        assertThat(edge.get("/api/queue/event-1/control", edge.token("ann", Role.FAN))
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void figuresAreToldInThousandths() {
        edge.placeOf("ann");
        edge.script.frozen().drawn();
        edge.script.at(RoomScript.OPENING.plus(Duration.ofDays(3_650))).admitted("ann", 1);
        JsonNode figures = edge.get("/api/queue/event-1/control", edge.token("organizer-1", Role.ORGANIZER))
                .body()
                .path("figures");

        for (String wait : List.of("p50", "p90", "p99")) {
            assertThat(figures.at("/wait_seconds/" + wait).decimalValue())
                    .as(wait)
                    .isPositive();
            assertThat(figures.at("/wait_seconds/" + wait).decimalValue().scale())
                    .as(wait)
                    .isLessThanOrEqualTo(3);
        }
        assertThat(figures.path("admitted_per_second").decimalValue().scale()).isLessThanOrEqualTo(3);
    }

    @Test
    void aChangeThatNamesNothingOrSomethingUnknownSaysWhatToSend() {
        String organizer = edge.token("organizer-1", Role.ORGANIZER);
        Answer nothing = edge.send("PUT", "/api/queue/event-1/control", "{}", organizer);
        Answer unknown = edge.send("PUT", "/api/queue/event-1/control", "{\"max_concurent\":5}", organizer);
        Answer tooFast = edge.send("PUT", "/api/queue/event-1/control", "{\"admit_per_second\":10001}", organizer);

        assertThat(nothing.code()).isEqualTo("missing_field");
        assertThat(text(nothing.body(), "detail")).contains("max_concurrent, admit_per_second, state, paused");
        assertThat(unknown.code()).isEqualTo("unknown_field");
        assertThat(text(unknown.body(), "field")).isEqualTo("max_concurent");
        assertThat(tooFast.code()).isEqualTo("invalid_field");
        assertThat(text(tooFast.body(), "detail")).contains("10000");
    }

    @Test
    void organizersSayWhatTheyKnowOfAFan() {
        String organizer = edge.token("organizer-1", Role.ORGANIZER);
        Answer rated = edge.send(
                "PUT", "/api/queue/event-1/fans/ann", "{\"bot_score\":0.701,\"reason\":\"too fast\"}", organizer);

        assertThat(rated.status()).isEqualTo(200);
        assertThat(((RateFan) edge.log.commands.getLast()).getSuspicion()).isEqualTo(701);
        assertThat(((RateFan) edge.log.commands.getLast()).getTier()).isNull();
        edge.send("PUT", "/api/queue/event-1/fans/ann", "{\"tier\":\"gold\",\"reason\":\"a member\"}", organizer);
        assertThat(((RateFan) edge.log.commands.getLast()).getSuspicion()).isNull();
    }

    @Test
    void nobodyHasAnIdThatIsTooLong() {
        String organizer = edge.token("organizer-1", Role.ORGANIZER);
        Answer rated = edge.send(
                "PUT",
                "/api/queue/event-1/fans/" + "x".repeat(257),
                "{\"tier\":\"gold\",\"reason\":\"a member\"}",
                organizer);

        assertThat(rated.status()).isEqualTo(404);
        assertThat(rated.code()).isEqualTo("unknown_account");
        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void neverFailsForWhatOrganizersMightSend() {
        String organizer = edge.token("organizer-1", Role.ORGANIZER);
        List<String> values = List.of(
                "null", "true", "-1", "1e400", "0.5", "99999999999", "\"\"", "\"x\"", "\"\\u0000\"", "[]", "{}", "NaN");
        for (String field : List.of(
                "max_concurrent", "admit_per_second", "state", "paused", "tier", "bot_score", "round", "value")) {
            for (String value : values) {
                String body = "{\"reason\":\"r\",\"" + field + "\":" + value + "}";
                for (String call : List.of("PUT control", "PUT fans/ann", "POST beacon")) {
                    String[] parts = call.split(" ", 2);
                    assertThat(edge.send(parts[0], "/api/queue/event-1/" + parts[1], body, organizer)
                                    .status())
                            .as(call + body)
                            .isLessThan(500);
                }
            }
        }
    }

    @Test
    void publishesWhatTheBeaconSaid() {
        String organizer = edge.token("organizer-1", Role.ORGANIZER);

        assertThat(beacon("00fF".repeat(16), organizer).status()).isEqualTo(200);
        for (String other : List.of("0x", "00ff".repeat(4), "0ff".repeat(21), "00ff".repeat(24), "00ff".repeat(32))) {
            assertThat(beacon(other, organizer).code()).as(other).isEqualTo("invalid_field");
        }
    }

    private Answer beacon(String value, String organizer) {
        return edge.post("/api/queue/event-1/beacon", "{\"round\":7,\"value\":\"" + value + "\"}", organizer);
    }
}
