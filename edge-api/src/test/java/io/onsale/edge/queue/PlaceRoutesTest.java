package io.onsale.edge.queue;

import static io.onsale.edge.views.queue.RoomScript.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.auth.AdmissionTokens.Admitted;
import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.http.Answer;
import io.onsale.edge.views.Given;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.privacy.ProcessKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaceRoutesTest {
    private final QueueHarness edge = new QueueHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asText();
    }

    @Test
    void aPlaceNeedsItsOwnQueueToken() {
        String place = edge.placeOf("ann");
        String other = new QueueTokens(edge.key).mint(new QueueTokens.Place("other", "ann", 1, 1));
        String forged = new QueueTokens(ProcessKey.generate()).mint(new QueueTokens.Place("event-1", "ann", 1, 1));
        String admission = edge.admissions.mint(new Admitted("event-1", "ann", "event-1.1", OPENING.plusSeconds(900)));

        assertThat(edge.status(place).status()).isEqualTo(200);
        assertThat(edge.status("").status()).isEqualTo(401);
        assertThat(edge.get("/api/queue/receipt?event_id=event-1", edge.token("ann", Role.FAN))
                        .code())
                .isEqualTo("invalid_token");
        assertThat(edge.status(admission).code()).isEqualTo("invalid_token");
        assertThat(edge.status(forged).code()).isEqualTo("invalid_token");
        assertThat(edge.status(place.substring(0, place.length() - 4) + "AAAA").code())
                .isEqualTo("invalid_token");
        assertThat(edge.status(other).code()).isEqualTo("foreign_queue_token");
        assertThat(edge.status(new QueueTokens(edge.key).mint(new QueueTokens.Place("event-1", "ann", 99, 1)))
                        .status())
                .isEqualTo(404);
        assertThat(edge.post("/api/queue/join", "{\"event_id\":\"event-1\"}", place)
                        .status())
                .as("a queue token as an access token")
                .isEqualTo(401);
    }

    @Test
    void whoeverIsSignedInIsToldOfTheirOwnPlaceOnAnyDevice() {
        edge.placeOf("bob");
        String ann = edge.token("ann", Role.FAN);
        assertThat(edge.status(ann).code()).isEqualTo("not_in_queue");
        assertThat(edge.log.commands).as("nobody joins by asking").hasSize(1);
        String joined = edge.placeOf("ann");

        Answer told = edge.status(ann);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("sequence").asLong()).isEqualTo(2);
        String token = text(told.body(), "queue_token");
        assertThat(edge.status(token).body()).isEqualTo(edge.status(joined).body());
        assertThat(edge.status(joined).body().has("queue_token")).isFalse();
        edge.post("/api/queue/leave", "{\"event_id\":\"event-1\"}", token);
        assertThat(edge.status(ann).status()).isEqualTo(404);
    }

    @Test
    void whoeverIsLetInGetsTheAdmissionOnAnyDevice() {
        edge.placeOf("ann");
        edge.script.frozen().drawn().admitted("ann", 1);

        JsonNode told = edge.status(edge.token("ann", Role.FAN)).body();
        assertThat(edge.admissions.verify(text(told, "admission_token")))
                .hasValueSatisfying(
                        admitted -> assertThat(admitted.admissionId()).isEqualTo("event-1.1"));
    }

    @Test
    void tellsThePositionAfterTheDraw() {
        String ann = edge.placeOf("ann");
        String bob = edge.placeOf("bob");
        edge.script.frozen().drawn();
        List<Integer> positions = List.of(
                edge.status(ann).body().path("queue_position").asInt(),
                edge.status(bob).body().path("queue_position").asInt());

        assertThat(positions).containsExactlyInAnyOrder(1, 2);
        Answer late = edge.join("cho");
        assertThat(text(late.body(), "phase")).isEqualTo("waiting");
        assertThat(late.body().path("people_ahead").asInt()).isEqualTo(2);
    }

    @Test
    void whoStillWaitedWhenTheRoomClosedHasNoPositionAnyMore() {
        edge.placeOf("ann");
        String bob = edge.placeOf("bob");
        edge.script.frozen().drawn().admitted("ann", 1).controlled(100, 10, RoomState.CLOSED);

        JsonNode told = edge.status(bob).body();

        assertThat(text(told, "ended")).isEqualTo("closed");
        for (String member : List.of("queue_position", "people_ahead", "percent", "estimated_wait_time")) {
            assertThat(told.path(member).isNull()).as(member).isTrue();
        }
    }

    @Test
    void whileTheDrawIsPendingLaterOnesWaitBehindThoseWhoTakePart() {
        String ann = edge.placeOf("ann");
        edge.placeOf("bob");
        edge.script.frozen();
        Answer late = edge.join("cho");

        assertThat(text(late.body(), "phase")).isEqualTo("waiting");
        assertThat(late.body().path("queue_position").asInt()).isEqualTo(3);
        assertThat(text(edge.status(ann).body(), "phase")).isEqualTo("pre_queue");
        assertThat(edge.status(ann).body().at("/room/phase").asText()).isEqualTo("draw_pending");
    }

    @Test
    void givesTheAdmissionTokenOutAfterTheLogKnowsThatTheFanCame() {
        String ann = edge.placeOf("ann");
        edge.script.frozen().drawn().admitted("ann", 1);
        Answer first = edge.status(ann);

        assertThat(text(first.body(), "phase")).isEqualTo("admitted");
        assertThat(edge.admissions.verify(text(first.body(), "admission_token")))
                .hasValueSatisfying(admitted -> {
                    assertThat(admitted.fanId()).isEqualTo("ann");
                    assertThat(admitted.eventId()).isEqualTo("event-1");
                    assertThat(admitted.admissionId()).isEqualTo("event-1.1");
                });
        assertThat(first.body().path("expires_at").isNull()).isFalse();
        edge.status(ann);
        assertThat(edge.log.commands.stream().filter(ArriveAtSale.class::isInstance))
                .as("asked once")
                .hasSize(1);
    }

    @Test
    void givesNoTokenToWhomTheLogRefuses() {
        String ann = edge.placeOf("ann");
        edge.script.frozen().drawn().admitted("ann", 1);
        edge.log.late = true;

        assertThat(edge.status(ann).body().has("admission_token")).isFalse();
        edge.script.ended("ann", 1, AdmissionEnd.NO_SHOW);
        assertThat(text(edge.status(ann).body(), "phase")).isEqualTo("ended");
        assertThat(text(edge.status(ann).body(), "ended")).isEqualTo("no_show");
        assertThat(edge.status(ann).body().has("admission_token")).isFalse();
    }

    @Test
    void leavesAsOftenAsOneLikes() {
        String ann = edge.placeOf("ann");
        String body = "{\"event_id\":\"event-1\"}";

        Answer first = edge.post("/api/queue/leave", body, ann);
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.headers()).containsKey("x-onsale-version");
        assertThat(edge.post("/api/queue/leave", body, ann).status()).isEqualTo(204);
        assertThat(text(edge.status(ann).body(), "ended")).isEqualTo("left");
        assertThat(edge.post("/api/queue/leave", "{\"event_id\":\"other\"}", ann)
                        .status())
                .isEqualTo(403);
        String again = edge.placeOf("ann");
        edge.post("/api/queue/leave", body, ann);
        assertThat(edge.status(again).body().path("ended").isNull())
                .as("a place one has had since is not meant")
                .isTrue();
    }

    @Test
    void showsWhatThereIsToBuyWhileOneWaits() {
        String ann = edge.placeOf("ann");
        edge.views.inventory().apply("event-1", Given.held(2, "hold-1", "A-1-1"));
        JsonNode sale = edge.status(ann).body().path("sale");

        assertThat(sale.path("seats_left").asInt()).isEqualTo(1);
        assertThat(sale.at("/prices/0/from").asLong()).isEqualTo(150_000);
        assertThat(sale.at("/performances/0/sections/0/seats_left").asInt()).isEqualTo(1);
    }

    @Test
    void nothingIsSoldOutAsLongAsSomebodyMerelyHoldsIt() {
        String ann = edge.placeOf("ann");
        edge.views.inventory().apply("event-1", Given.held(2, "hold-1", "A-1-1", "A-1-2"));
        JsonNode held = edge.awaitSale(ann, sale -> sale.path("seats_left").asInt() == 0);
        assertThat(held.path("sold_out").asBoolean()).isFalse();
        assertThat(held.path("seats_held").asInt()).isEqualTo(2);
        assertThat(held.at("/performances/0/sections/0/seats_held").asInt()).isEqualTo(2);
        assertThat(held.at("/performances/0/grades/0/seats_held").asInt()).isEqualTo(2);

        edge.views.inventory().apply("event-1", Given.confirmed(3, "hold-1", "A-1-1", "A-1-2"));
        JsonNode sold = edge.awaitSale(ann, sale -> sale.path("seats_held").asInt() == 0);
        assertThat(sold.path("sold_out").asBoolean()).isTrue();

        edge.views.inventory().apply("event-1", Given.returned(4, "hold-1", "batch-1", "A-1-1"));
        JsonNode withheld = edge.awaitSale(ann, sale -> sale.path("seats_held").asInt() == 1);
        assertThat(withheld.path("sold_out").asBoolean())
                .as("what waits for the night")
                .isFalse();
    }
}
