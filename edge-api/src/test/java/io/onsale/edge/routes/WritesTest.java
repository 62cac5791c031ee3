package io.onsale.edge.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.routes.WritesHarness.Answer;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CreateEvent;
import io.onsale.schemas.catalogue.EditEvent;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.SeatReturn;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyStep;
import io.onsale.schemas.journeys.RecordSteps;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritesTest {

    private static final String SIGN_UP =
            "{\"email\":\"Fan@Example.com\",\"password\":\"correct horse battery\",\"name\":\"Kim\",\"role\":\"%s\"}";
    private static final String LOGIN = "{\"email\":\"fan@example.com\",\"password\":\"%s\"}";
    private static final String RESERVE = "{\"event_id\":\"e1\",\"section\":\"A\",\"seat_ids\":[\"%s\"]}";
    static final String EVENT = """
            {"title": "Night One", "category": "concert", "region": "Seoul", "currency": "KRW", "ticket_limit": 4,
             "on_sale_at": "2026-12-01T11:00:00Z", "performances": [{"starts_at": "2027-01-15T10:00:00Z"}],
             "sections": [{"name": "A", "mode": "seat", "grade": "VIP", "price": 150000, "rows": [{"name": "1", "seats": 20}],
                           "seat_attributes": {"wheelchair": ["1-1"]}}]}
            """;

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void signsUpLogsInAndKnowsWhoAsks() {
        Answer signedUp = edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "");
        assertThat(signedUp.status()).isEqualTo(201);
        assertThat(signedUp.header("x-onsale-version")).isNotEmpty();
        assertThat(signedUp.body().get("expires_in").asInt()).isEqualTo(600);
        Answer loggedIn = edge.post("/api/auth/login", LOGIN.formatted("correct horse battery"), "", "");
        assertThat(loggedIn.status()).isEqualTo(200);
        JsonNode me =
                get("/api/me", loggedIn.body().get("access_token").asText()).body();
        assertThat(me.get("user_id")).isEqualTo(signedUp.body().get("user_id"));
        assertThat(me.get("email").asText()).isEqualTo("Fan@Example.com");
        assertThat(me.get("role").asText()).isEqualTo("fan");
    }

    @Test
    void keepsPasswordsAndNamesOutOfTheLog() {
        edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "");
        assertThat(edge.log.commands.toString()).doesNotContain("correct horse", "xample", "Kim");
        assertThat(edge.log.keys.getFirst()).matches("email:[0-9a-f]{64}");
    }

    @Test
    void refusesAnEmailThatIsTakenAndRolesThatNobodySignsUpAs() {
        edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "");
        assertProblem(edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", ""), 409, "email_taken");
        assertProblem(edge.post("/api/auth/signup", SIGN_UP.formatted("operator"), "", ""), 422, "role_not_open");
        assertProblem(edge.post("/api/auth/signup", SIGN_UP.formatted("emperor"), "", ""), 400, "invalid_field");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownEmail() {
        Answer unknown = edge.post("/api/auth/login", LOGIN.formatted("wrong"), "", "");
        edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "");
        Answer wrong = edge.post("/api/auth/login", LOGIN.formatted("wrong"), "", "");
        assertProblem(wrong, 401, "bad_credentials");
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    @Test
    void aLoginWaitsForTheSignUpWhoseVersionItBrings() {
        String version =
                edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "").header("x-onsale-version");
        String login = LOGIN.formatted("correct horse battery");
        edge.accounts.delay();
        assertThat(edge.login(login, version).status()).isEqualTo(200);

        edge.accounts.forget();
        assertProblem(edge.login(login, version), 503, "not_caught_up");
        assertProblem(edge.login(login, "forged"), 400, "bad_version");
    }

    @Test
    void refreshesTokensAndLogsOut() {
        Answer signedUp = edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "");
        String token = signedUp.body().get("refresh_token").asText();
        Answer fresh = edge.post("/api/auth/refresh", "{\"refresh_token\":\"" + token + "\"}", "", "");
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.body().get("refresh_token").asText()).isNotEqualTo(token);
        assertThat(edge.post("/api/auth/logout", "{\"refresh_token\":\"" + token + "\"}", "", "")
                        .status())
                .isEqualTo(204);
        assertProblem(
                edge.post("/api/auth/refresh", "{\"refresh_token\":\"forged\"}", "", ""), 401, "invalid_refresh_token");
    }

    @Test
    void leavesItToTheSessionToRepeatARefresh() {
        Answer signedUp = edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "");
        String token = signedUp.body().get("refresh_token").asText();
        edge.post("/api/auth/refresh", "{\"refresh_token\":\"" + token + "\"}", "", "k");

        AccountCommand command = (AccountCommand) edge.log.commands.getLast();
        assertThat(((RotateSession) command.getBody()).getRequestKey()).isEqualTo("k");
        assertThat(command.getEnvelope().getIdempotency()).isNull();
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
    void suggestsOtherSeats() {
        Answer refused = edge.post("/api/tickets/reserve", RESERVE.formatted("taken"), edge.token(Role.FAN), "k");
        assertThat(refused.body().at("/suggestion/0").asText()).isEqualTo("free");
    }

    @Test
    void takesEverythingAnOrganizerSaysAboutTheSale() {
        String more = """
                {"sale_ends_at": "2027-01-14T10:00:00Z", "venue": "Hall", "banner_url": "https://example.com/b.png",
                 "fee_per_ticket": 1000, "identity_required": true, "step_up_required": true,
                 "concessions": [{"code": "youth", "label": "Youth", "percent": 30}],
                 "cancellation": {"cut_off_hours": 24, "fees": [{"days_before": 10, "percent": 0}, {"days_before": 0, "percent": 30}],
                                  "returns": "night_batch", "zone": "Asia/Seoul"},
                """;
        String sections = """
                "sections": [{"name": "Floor", "mode": "quantity", "grade": "R", "price": 1, "capacity": 500},
                             {"name": "Tour", "mode": "slot", "grade": "R", "price": 1,
                              "slots": [{"name": "noon", "starts_at": "2027-01-15T12:00:00Z", "capacity": 20}]},
                             {"name": "B", "grade": "R", "price": 1, "rows": {"count": 25, "seats": 20},
                              "focal_point": {"row": "2", "number": 10}},
                """;
        String event = EVENT.replaceFirst("\\{", more).replace("\"sections\": [", sections);

        assertThat(edge.post("/api/events", event, edge.token(Role.ORGANIZER), "k")
                        .status())
                .isEqualTo(201);

        EventDefinition made =
                ((CreateEvent) ((CatalogueCommand) edge.log.commands.getFirst()).getBody()).getDefinition();
        assertThat(made.getFeePerTicket()).isEqualTo(1_000);
        assertThat(made.getSaleEndsAt()).isEqualTo("2027-01-14T10:00:00Z");
        assertThat(made.getIdentityRequired()).isTrue();
        assertThat(made.getConcessions().getFirst().getPercent()).isEqualTo(30);
        assertThat(made.getCancellation().getReturns()).isEqualTo(SeatReturn.NIGHT_BATCH);
        assertThat(made.getSections().get(0).getCapacity()).isEqualTo(500);
        assertThat(made.getSections().get(1).getSlots().getFirst().getCapacity())
                .isEqualTo(20);
        assertThat(made.getSections().get(2).getRows()).hasSize(25);
        assertThat(made.getSections().get(2).getRows().getLast().getName()).isEqualTo("25");
        assertThat(made.getSections().get(2).getFocalPoint().getNumber()).isEqualTo(10);
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
        assertThat(delete("/api/reservations/e1.some-hold", fan).status()).isEqualTo(204);
        assertThat(edge.log.keys).containsExactly("e1");
        assertProblem(delete("/api/reservations/nonsense", fan), 404, "unknown_reservation");
        assertProblem(delete("/api/reservations/e1.some-hold", ""), 401, "unauthenticated");
    }

    @Test
    void createsAnEventUnderTheSameIdForTheSameKey() {
        String organizer = edge.token(Role.ORGANIZER);
        Answer made = edge.post("/api/events", EVENT, organizer, "k");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("performances")).hasSize(1);
        edge.post("/api/events", EVENT, organizer, "k");
        edge.post("/api/events", EVENT, organizer, "other");
        assertThat(edge.log.keys.get(1))
                .isEqualTo(edge.log.keys.get(0))
                .isEqualTo(made.body().get("event_id").asText());
        assertThat(edge.log.keys.get(2)).isNotEqualTo(edge.log.keys.get(0));
        CreateEvent command = (CreateEvent) ((CatalogueCommand) edge.log.commands.getFirst()).getBody();
        assertThat(command.getDefinition().getHoldSeconds()).isEqualTo(480);
        assertThat(command.getDefinition().getOrganizerId()).isEqualTo("account-of-ORGANIZER");
    }

    @Test
    void refusesEventsByTheFieldThatIsWrong() {
        for (String noMoney : List.of("XYZ", "XXX", "XTS", "XAU", "XDR", "krw")) {
            assertField(EVENT.replace("KRW", noMoney), "currency");
        }
        assertField(EVENT.replace("\"ticket_limit\": 4", "\"ticket_limit\": 0"), "ticket_limit");
        assertField(EVENT.replace("\"ticket_limit\": 4,", ""), "ticket_limit");
        assertField(EVENT.replace("2027-01-15T10:00:00Z", "soon"), "performances[0].starts_at");
        assertField(EVENT.replace("\"seats\": 20", "\"seats\": 200001"), "sections[0].rows[0].seats");
        assertField(EVENT.replace("150000", "-1"), "sections[0].price");
        assertField(EVENT.replace("\"1-1\"", "\"1-21\""), "sections[0].seat_attributes.wheelchair");
        assertField(
                EVENT.replace("\"seats\": 20}", "\"seats\": 20}, {\"name\": \"1\", \"seats\": 2}"),
                "sections[0].rows[1].name");
        assertField(EVENT.replace("\"seat\"", "\"standing\""), "sections[0].mode");
        assertField(EVENT.replace("\"seat\"", "\"quantity\""), "sections[0].capacity");
        assertField(EVENT.replaceFirst("\\{", "{\"fee_per_ticket\":-1,"), "fee_per_ticket");
        assertField(EVENT.replaceFirst("\\{", "{\"banner_url\":\"javascript:x\","), "banner_url");
        assertField(EVENT.replaceFirst("\\{", "{\"cancellation\":{\"zone\":\"Mars/Base\"},"), "cancellation.zone");
        String three = "{\"starts_at\": \"2027-01-15T10:00:00Z\"},".repeat(2);
        assertField(
                EVENT.replace("\"performances\": [", "\"performances\": [" + three)
                        .replace("\"seats\": 20", "\"seats\": 166667"),
                "performances");
    }

    @Test
    void refusesSectionsThatGiveTwoSeatsOneName() {
        String clash = EVENT.replace(
                        "\"sections\": [",
                        "\"sections\": [{\"name\": \"A-1\", \"grade\": \"R\", \"price\": 1, \"rows\": [{\"name\": \"2\", \"seats\": 3}]}, ")
                .replace("[{\"name\": \"1\", \"seats\": 20}]", "[{\"name\": \"1-2\", \"seats\": 20}]")
                .replace("\"1-1\"", "\"1-2-1\"");
        assertField(clash, "sections[1].rows[0].name");
    }

    @Test
    void tellsWhoeverPublishesTheVersionsOfTheEventAndOfItsSeats() {
        String organizer = edge.token(Role.ORGANIZER);
        String event = edge.post("/api/events", EVENT, organizer, "k")
                .body()
                .path("event_id")
                .asText();
        Answer published = edge.post("/api/events/" + event + "/publish", "", organizer, "k");
        assertThat(published.status()).isEqualTo(200);
        assertThat(Stream.of(published.header("x-onsale-version").split(",", -1))
                        .map(version -> new String(Base64.getUrlDecoder().decode(version.split("\\.", -1)[0]), UTF_8)))
                .containsExactly("c:" + event + ":3", "i:" + event + ":1");
    }

    @Test
    void hidesDraftsOfOthersAndSaysThatPublicEventsAreNotTheirs() {
        String organizer = edge.token(Role.ORGANIZER);
        assertProblem(edge.post("/api/events/draft/publish", "{}", organizer, "k"), 404, "unknown_event");
        assertProblem(edge.post("/api/events/public/close", "", organizer, "k"), 403, "not_your_event");
    }

    @Test
    void sendsNoChangeOfAnothersEventToTheLog() {
        String organizer = edge.token(Role.ORGANIZER);
        edge.post("/api/events", EVENT, organizer, "k");
        EventDefinition own =
                ((CreateEvent) ((CatalogueCommand) edge.log.commands.getFirst()).getBody()).getDefinition();
        EventDefinition another =
                EventDefinition.newBuilder(own).setOrganizerId("another").build();
        edge.log.drafted("public", another);
        edge.log.drafted("draft", another);
        edge.log.commands.clear();

        assertProblem(patch("public", "{\"title\":\"x\"}"), 403, "not_your_event");
        assertProblem(patch("draft", "{\"title\":\"x\"}"), 404, "unknown_event");

        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void refusesMoreRowsThanAnEventMayHave() {
        String sections = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> "{\"name\": \"S" + i
                        + "\", \"grade\": \"R\", \"price\": 1, \"rows\": {\"count\": 1000, \"seats\": 1}}, ")
                .collect(Collectors.joining());

        assertField(EVENT.replace("\"sections\": [", "\"sections\": [" + sections), "sections[20].rows.count");
    }

    @Test
    void leavesEventsToOrganizers() {
        assertProblem(edge.post("/api/events", EVENT, edge.token(Role.FAN), "k"), 403, "forbidden");
        assertProblem(edge.post("/api/events/e/publish", "{}", edge.token(Role.FAN), "k"), 403, "forbidden");
        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void recordsTheStepsThatAPageReports() {
        Answer answer = edge.post(
                "/api/telemetry",
                "{\"session_id\":\"s1\",\"device\":\"phone\",\"events\":[{\"type\":\"visit\"},{\"type\":\"event_detail\",\"event_id\":\"e1\",\"at\":\"2026-12-01T11:00:00Z\"}]}",
                edge.token(Role.FAN),
                "k");
        assertThat(answer.status()).isEqualTo(202);
        RecordSteps steps = (RecordSteps) ((JourneyCommand) edge.log.commands.getFirst()).getBody();
        assertThat(steps.getAccountId()).isEqualTo("account-of-FAN");
        assertThat(steps.getSteps().get(1).getStep()).isEqualTo(JourneyStep.EVENT_DETAIL);
        assertThat(edge.log.keys).containsExactly(steps.getSessionId());
        assertProblem(
                edge.post("/api/telemetry", "{\"session_id\":\"s\",\"events\":[{\"type\":\"hack\"}]}", "", ""),
                400,
                "invalid_field");
    }

    @Test
    void callsASessionInTheLogAsNoClientCanChoose() {
        for (String session : List.of("s1", "s2", "s1")) {
            edge.post(
                    "/api/telemetry", "{\"session_id\":\"" + session + "\",\"events\":[{\"type\":\"visit\"}]}", "", "");
        }
        assertThat(edge.log.keys).allMatch(key -> key.matches("[0-9a-f]{32}"));
        assertThat(edge.log.keys.get(2)).isEqualTo(edge.log.keys.get(0)).isNotEqualTo(edge.log.keys.get(1));
    }

    @Test
    void tellsAPageWhatTheLogCallsItsSession() {
        Answer answer =
                edge.post("/api/telemetry", "{\"session_id\":\"s1\",\"events\":[{\"type\":\"visit\"}]}", "", "");
        assertThat(answer.body().path("session").asText()).isEqualTo(edge.log.keys.getFirst());
    }

    @Test
    void countsChannelsAndDevicesThatNobodyKnowsAsOthers() {
        for (String word : List.of("\"Phone\"", "\"" + "x".repeat(32) + "\"")) {
            edge.post(
                    "/api/telemetry",
                    "{\"session_id\":\"s1\",\"channel\":\"app\",\"device\":" + word
                            + ",\"events\":[{\"type\":\"visit\"}]}",
                    "",
                    "");
        }
        assertThat(edge.log.commands.stream()
                        .map(each -> (RecordSteps) ((JourneyCommand) each).getBody())
                        .map(steps -> steps.getChannel() + " " + steps.getDevice()))
                .containsExactly("app phone", "app other");
    }

    @Test
    void namesNobodyAsTheActorOfASignUp() {
        edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "k");
        AccountCommand command = (AccountCommand) edge.log.commands.getFirst();
        assertThat(command.getEnvelope().getActor().getKind()).isEqualTo(ActorKind.ANONYMOUS);
    }

    private void assertField(String event, String field) {
        Answer refused = edge.post("/api/events", event, edge.token(Role.ORGANIZER), "k");
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.body().get("field").asText()).isEqualTo(field);
    }

    @Test
    void anEventHasNoFieldThatIsMisspelled() {
        String organizer = edge.token(Role.ORGANIZER);
        String id = edge.post("/api/events", EVENT, organizer, "k1")
                .body()
                .get("event_id")
                .asText();
        int sent = edge.log.commands.size();

        Answer patched = patch(id, "{\"ticket_limt\":5}");
        assertProblem(patched, 400, "unknown_field");
        assertThat(patched.body().get("field").asText()).isEqualTo("ticket_limt");
        Answer posted = edge.post("/api/events", EVENT.replaceFirst("\\{", "{\"colour\":\"red\","), organizer, "k2");
        assertProblem(posted, 400, "unknown_field");
        assertThat(edge.log.commands).hasSize(sent);
    }

    @Test
    void aPatchChangesWhatItNamesAndLeavesTheRest() {
        String organizer = edge.token(Role.ORGANIZER);
        String id = edge.post("/api/events", EVENT, organizer, "k1")
                .body()
                .get("event_id")
                .asText();

        Answer patched = edge.call(
                "PATCH",
                "/api/events/" + id,
                "{\"title\":\"Night Two\",\"ticket_limit\":6,\"venue\":\"Hall\"}".getBytes(UTF_8),
                Optional.of(organizer),
                Optional.empty());

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body().get("title").asText()).isEqualTo("Night Two");
        EditEvent edit = (EditEvent) ((CatalogueCommand) edge.log.commands.getLast()).getBody();
        assertThat(edit.getBefore().getTitle()).isEqualTo("Night One");
        assertThat(edit.getDefinition().getTicketLimit()).isEqualTo(6);
        assertThat(edit.getDefinition().getSections())
                .isEqualTo(edit.getBefore().getSections());
    }

    @Test
    void aPatchKeepsThePerformancesItNamesAndAddsTheOthers() {
        JsonNode event = edge.post("/api/events", EVENT, edge.token(Role.ORGANIZER), "k1")
                .body();
        String id = event.get("event_id").asText();
        String night = event.at("/performances/0/performance_id").asText();

        Answer patched = patch(
                id,
                "{\"performances\":[{\"starts_at\":\"2027-01-14T10:00:00Z\"}," + "{\"performance_id\":\"" + night
                        + "\",\"label\":\"the last\"}]}");

        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        EditEvent edit = (EditEvent) ((CatalogueCommand) edge.log.commands.getLast()).getBody();
        Performance before = edit.getBefore().getPerformances().getFirst();
        List<Performance> after = edit.getDefinition().getPerformances();
        assertThat(after).hasSize(2);
        assertThat(after.getFirst().getPerformanceId()).isNotEmpty().isNotEqualTo(night);
        assertThat(after.getLast())
                .isEqualTo(Performance.newBuilder(before).setLabel("the last").build());
        assertThat(patch(id, "{\"performances\":[{\"performance_id\":\"another\"}]}")
                        .body()
                        .get("field")
                        .asText())
                .isEqualTo("performances[0].performance_id");
        assertThat(patch(id, "{\"performances\":[]}").body().get("field").asText())
                .isEqualTo("performances");
    }

    @Test
    void aPatchOfAnEventThatIsNotThereOrOfAWrongTypeIsRefused() {
        String organizer = edge.token(Role.ORGANIZER);
        String id = edge.post("/api/events", EVENT, organizer, "k1")
                .body()
                .get("event_id")
                .asText();

        assertThat(patch("nowhere", "{\"title\":\"x\"}").status()).isEqualTo(404);
        assertThat(patch(id, "{\"ticket_limit\":0}").body().get("field").asText())
                .isEqualTo("ticket_limit");
    }

    @Test
    void aPerformanceIsMovedAndCancelled() {
        String organizer = edge.token(Role.ORGANIZER);
        String id = edge.post("/api/events", EVENT, organizer, "k1")
                .body()
                .get("event_id")
                .asText();
        String performance = "/api/events/" + id + "/performances/n1";

        assertThat(edge.post(performance + "/move", "{\"starts_at\":\"2027-02-15T10:00:00Z\"}", organizer, "")
                        .status())
                .isEqualTo(200);
        assertThat(edge.post(performance + "/cancel", "", organizer, "").status())
                .isEqualTo(200);
        assertThat(edge.post(performance + "/cancel", "", edge.token(Role.FAN), "")
                        .status())
                .isEqualTo(403);
    }

    private Answer patch(String eventId, String body) {
        return edge.call(
                "PATCH",
                "/api/events/" + eventId,
                body.getBytes(UTF_8),
                Optional.of(edge.token(Role.ORGANIZER)),
                Optional.empty());
    }

    private Answer get(String path, String token) {
        return edge.call("GET", path, new byte[0], Optional.of(token), Optional.empty());
    }

    private Answer delete(String path, String token) {
        return edge.call("DELETE", path, new byte[0], Optional.of(token), Optional.empty());
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.body().get("code").asText()).isEqualTo(code);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    }
}
