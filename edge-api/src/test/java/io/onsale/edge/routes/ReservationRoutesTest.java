package io.onsale.edge.routes;

import static io.onsale.edge.http.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.edge.views.Given;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReservationRoutesTest {

    private static final String RESERVE = "{\"event_id\":\"e1\",\"section\":\"A\",\"seat_ids\":[\"%s\"]}";

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void holdsSeatsInTheCallersName() {
        Answer held = edge.post("/api/tickets/reserve", RESERVE.formatted("A-1-1"), edge.token(Role.FAN), "k");
        assertThat(held.status()).isEqualTo(201);
        assertThat(held.body().get("reservation_id").asText()).startsWith("e1.");
        assertThat(held.body().at("/price/total").asLong()).isEqualTo(150_000);
        assertThat(held.body().at("/price/items/0/amount").asLong()).isEqualTo(150_000);
        assertThat(held.body().at("/seats/0/seat_id").asText()).isEqualTo("A-1-1");
        assertThat(held.header("x-onsale-version")).isNotEmpty();
        InventoryCommand command = (InventoryCommand) edge.log.commands.getFirst();
        assertThat(edge.log.keys.getFirst()).isEqualTo("e1");
        assertThat(((HoldSeats) command.getBody()).getFanId()).isEqualTo("account-of-FAN");
        assertThat(command.getEnvelope().getActor().getKind()).isEqualTo(ActorKind.FAN);
        assertThat(command.getEnvelope().getIdempotency().getKey()).isEqualTo("k");
    }

    @Test
    void tellsTheLogWhoTheCallerIsWhereThatWasVerifiedTheSameForEveryAccount() {
        assertThat(held(edge.token(Role.FAN)).getIdentityKey()).isNull();

        String first = held(verified("ann@example.com", "person 1")).getIdentityKey();
        assertThat(first).hasSize(64).doesNotContain("person");
        assertThat(held(verified("second@example.com", "person 1")).getIdentityKey())
                .isEqualTo(first);
        assertThat(held(verified("ben@example.com", "person 2")).getIdentityKey())
                .isNotEqualTo(first);
    }

    private HoldSeats held(String token) {
        Answer held = edge.post(
                "/api/tickets/reserve",
                RESERVE.formatted("A-1-1"),
                token,
                UUID.randomUUID().toString());
        assertThat(held.status()).as(held.text()).isEqualTo(201);
        return (HoldSeats) ((InventoryCommand) edge.log.commands.getLast()).getBody();
    }

    /** The token of a fan whose identity was verified. */
    private String verified(String email, String person) {
        Answer signedUp = edge.post(
                "/api/auth/signup",
                "{\"email\":\"" + email + "\",\"password\":\"correct horse battery\",\"name\":\"Kim\"}",
                "",
                "");
        edge.accounts.verified(signedUp.body().path("user_id").asText(), person);
        return signedUp.body().path("access_token").asText();
    }

    @Test
    void digestsTheBodyTheSameHoweverItIsSpelled() {
        String token = edge.token(Role.FAN);
        edge.post("/api/tickets/reserve", "{\"event_id\":\"e1\",\"seat_ids\":[\"A-1-1\"]}", token, "k");
        edge.post("/api/tickets/reserve", "{ \"seat_ids\": [\"A-1-1\"], \"event_id\":\"e1\"}", token, "k");
        edge.post("/api/tickets/reserve", "{\"event_id\":\"e1\",\"seat_ids\":[\"A-1-2\"]}", token, "k");
        assertThat(edge.log.commands.stream()
                        .map(it -> ((InventoryCommand) it)
                                .getEnvelope()
                                .getIdempotency()
                                .getDigest())
                        .distinct())
                .hasSize(2);
    }

    @Test
    void tellsWhichSeatsAreTaken() {
        Answer refused = edge.post("/api/tickets/reserve", RESERVE.formatted("taken"), edge.token(Role.FAN), "k");
        assertProblem(refused, 409, "seat_taken");
        assertThat(refused.body().at("/subjects/0").asText()).isEqualTo("taken");
        assertThat(refused.header("x-onsale-version")).isNotEmpty();
    }

    @Test
    void refusesToReserveWithoutATokenWithoutAKeyOrWithoutNamingSeats() {
        String body = RESERVE.formatted("A-1-1");
        assertProblem(edge.post("/api/tickets/reserve", body, "", "k"), 401, "unauthenticated");
        String fan = edge.token(Role.FAN);
        assertProblem(edge.post("/api/tickets/reserve", body, fan, ""), 400, "idempotency_key_required");
        assertProblem(edge.post("/api/tickets/reserve", body, fan, "k".repeat(129)), 400, "invalid_idempotency_key");
        assertProblem(
                edge.post("/api/tickets/reserve", "{\"event_id\":\"e1\",\"best_available\":true}", fan, "k"),
                400,
                "missing_field");
        assertProblem(
                edge.post("/api/tickets/reserve", "{\"event_id\":\"a b\",\"seat_ids\":[\"x\"]}", fan, "k"),
                404,
                "unknown_event");
        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void asksForPlacesByTheirNumberAndForTheBestOfASection() {
        String fan = edge.token(Role.FAN);
        edge.post("/api/tickets/reserve", "{\"event_id\":\"e1\",\"section\":\"Floor\",\"quantity\":2}", fan, "k1");
        edge.post(
                "/api/tickets/reserve",
                "{\"event_id\":\"e1\",\"section\":\"Tour\",\"slot\":\"noon\",\"quantity\":1}",
                fan,
                "k2");
        edge.post(
                "/api/tickets/reserve",
                "{\"event_id\":\"e1\",\"section\":\"A\",\"quantity\":3,\"best_available\":true,\"together\":false,\"attributes\":[\"aisle\"]}",
                fan,
                "k3");
        List<HoldSeats> holds = edge.log.commands.stream()
                .map(each -> (HoldSeats) ((InventoryCommand) each).getBody())
                .toList();
        assertThat(holds.get(0).getQuantity()).isEqualTo(2);
        assertThat(holds.get(0).getBestAvailable()).isFalse();
        assertThat(holds.get(1).getSlot()).isEqualTo("noon");
        assertThat(holds.get(2).getBestAvailable()).isTrue();
        assertThat(holds.get(2).getTogether()).isFalse();
        assertThat(holds.get(2).getAttributes()).containsExactly("aisle");
        assertThat(holds.get(2).getSeatIds()).isEmpty();
    }

    @Test
    void refusesQuantitiesThatAreNone() {
        String fan = edge.token(Role.FAN);
        for (String quantity : List.of("0", "-1", "1.5", "101", "1e3", "9223372036854775808", "\"2\"")) {
            Answer refused = edge.post(
                    "/api/tickets/reserve",
                    "{\"event_id\":\"e1\",\"section\":\"Floor\",\"quantity\":" + quantity + "}",
                    fan,
                    "k");
            assertProblem(refused, 400, "invalid_field");
            assertThat(refused.body().get("field").asText()).isEqualTo("quantity");
        }
        assertProblem(
                edge.post(
                        "/api/tickets/reserve",
                        "{\"event_id\":\"e1\",\"quantity\":2,\"seat_ids\":[\"A-1-1\"]}",
                        fan,
                        "k"),
                400,
                "invalid_field");
        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void keepsAReservationLonger() {
        Answer extended = edge.post("/api/reservations/e1.some-hold/extend", "", edge.token(Role.FAN), "k");
        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.body().get("expires_at").asText()).isNotEmpty();
        assertProblem(
                edge.post("/api/reservations/nonsense/extend", "", edge.token(Role.FAN), "k"),
                404,
                "unknown_reservation");
        assertProblem(edge.post("/api/reservations/e1.some-hold/extend", "", "", "k"), 401, "unauthenticated");
        InventoryCommand extend = (InventoryCommand) edge.log.commands.getLast();
        assertThat(extend.getEnvelope().getIdempotency())
                .as("whoever asks again is answered again")
                .isNotNull();
    }

    @Test
    void tellsWhatIsSpecialAboutASeatThatIsHeld() {
        edge.log.drafted(
                "e1",
                Given.definition(Given.special(
                        "A", 4, Map.of("restricted_view", List.of("1-1"), "aisle", List.of("1-1", "1-4")))));

        Answer held = edge.post("/api/tickets/reserve", RESERVE.formatted("A-1-1"), edge.token(Role.FAN), "k");

        assertThat(held.body().at("/seats/0/attributes"))
                .extracting(JsonNode::asText)
                .containsExactly("aisle", "restricted_view");
    }

    @Test
    void suggestsOtherSeats() {
        Answer refused = edge.post("/api/tickets/reserve", RESERVE.formatted("taken"), edge.token(Role.FAN), "k");
        assertThat(refused.body().at("/suggestion/0").asText()).isEqualTo("free");
    }

    @Test
    void refusesARequestWhileTheSameIsBeingAnswered() {
        edge.log.gate = new CompletableFuture<>();
        String fan = edge.token(Role.FAN);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(
                () -> edge.post("/api/tickets/reserve", RESERVE.formatted("A-1-1"), fan, "k"));
        await().until(() -> !edge.log.commands.isEmpty());
        assertProblem(
                edge.post("/api/tickets/reserve", RESERVE.formatted("A-1-1"), fan, "k"), 409, "request_in_flight");
        edge.log.gate.complete(null);
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(edge.post("/api/tickets/reserve", RESERVE.formatted("A-1-1"), fan, "k")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void releasesAReservationByItsIdAlone() {
        String fan = edge.token(Role.FAN);
        assertThat(edge.delete("/api/reservations/e1.some-hold", fan).status()).isEqualTo(204);
        assertThat(edge.log.keys).containsExactly("e1");
        assertProblem(edge.delete("/api/reservations/nonsense", fan), 404, "unknown_reservation");
        assertProblem(edge.delete("/api/reservations/e1.some-hold", ""), 401, "unauthenticated");
    }
}
