package io.onsale.edge.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.edge.views.Given;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.PlaceOrder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderRoutesTest {

    private static final String ORDER =
            "{\"reservation_id\":\"e1.%s\",\"payment\":{\"method\":\"card\",\"token\":\"test-approve\"}}";

    private final WritesHarness edge = new WritesHarness();
    private final String fan = edge.token(Role.FAN);

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void ordersWhatIsHeldAndTellsWhenItIsConfirmed() {
        Answer answer = order("held", fan, "key-1");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("x-onsale-version")).isNotEmpty();
        JsonNode order = answer.body();
        assertThat(order.get("status").asText()).isEqualTo("confirmed");
        assertThat(order.get("total").asLong()).isEqualTo(300_000);
        assertThat(order.get("order_id").asText()).startsWith("e1.");
        assertThat(order.get("booking_number").asText()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(order.get("tickets")).hasSize(2);
        assertThat(edge.log.keys).containsExactly("e1");
    }

    @Test
    void keepsTheGatewaysTokenAndTheContactOutOfTheLog() {
        order("held", signedUp(), "key-1");

        PlaceOrder place = (PlaceOrder) ((CheckoutCommand) edge.log.commands.getLast()).getBody();
        assertThat(place.getMethod()).isEqualTo(PaymentMethod.CARD);
        assertThat(place.getRecipient()).isNotNull();
        assertThat(place.getContactKey()).matches("[0-9a-f]{64}");
        byte[] token = new byte[place.getPaymentToken().remaining()];
        place.getPaymentToken().duplicate().get(token);
        assertThat(new String(token, UTF_8)).doesNotContain("test-approve");
        assertThat(edge.log.commands.toString()).doesNotContain("test-approve", "kim@example.com");
    }

    @Test
    void tellsTheLogByWhomCouponsAreCountedWhereTheCallersIdentityIsVerified() {
        String kim = signedUp();
        assertThat(placed(kim, "key-1").getIdentityKey()).isNull();

        edge.accounts.verified(edge.get("/api/me", kim).body().path("user_id").asText(), "person 1");

        assertThat(placed(kim, "key-2").getIdentityKey()).hasSize(64).doesNotContain("person");
        assertThat(placed(kim, "key-3").getIdentityVerified()).isTrue();
    }

    private PlaceOrder placed(String token, String key) {
        assertThat(order("held", token, key).status()).isEqualTo(201);
        return (PlaceOrder) ((CheckoutCommand) edge.log.commands.getLast()).getBody();
    }

    @Test
    void tellsThatACardWasDeclined() {
        JsonNode order = order("declined", fan, "key-1").body();

        assertThat(order.get("status").asText()).isEqualTo("refused");
        assertThat(order.at("/refusal/code").asText()).isEqualTo("declined");
        assertThat(order.has("tickets")).isFalse();
    }

    @Test
    void tellsThatAReservationIsUsedLostOrNoneAtAll() {
        assertThat(order("used", fan, "key-1").body().get("code").asText()).isEqualTo("reservation_in_use");
        assertThat(order("lost", fan, "key-2").status()).isEqualTo(404);
        assertThat(edge.post("/api/orders", ORDER.replace("e1.%s", "nonsense"), fan, "key-3")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAccountThatOrdersTooOftenIsToldWhenToComeAgain() {
        for (int i = 0; i < 30; i++) {
            assertThat(order("used", fan, "key-" + i).status()).isEqualTo(409);
        }

        Answer refused = order("used", fan, "key-30");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 60);
        assertThat(order("used", edge.token(Role.ANALYST), "key-31").status()).isEqualTo(409);
    }

    @Test
    void passesACodeOnAndTellsWhatBecameOfTheOrder() {
        JsonNode order = order("3ds", fan, "key-1").body();
        assertThat(order.get("status").asText()).isEqualTo("verification_required");
        assertThat(order.at("/verification/kind").asText()).isEqualTo("challenge");

        Answer verified = post(order, "verify", "{\"code\":\"123456\"}", fan);

        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.body().get("status").asText()).isEqualTo("confirmed");
        assertThat(edge.log.commands.toString()).doesNotContain("123456");
    }

    @Test
    void showsWhatCancellingCostsBeforeAndAfter() {
        JsonNode order = order("held", fan, "key-1").body();
        String ticket = order.at("/tickets/0/ticket_id").asText();
        String one = "{\"ticket_ids\":[\"" + ticket + "\"]%s}";

        Answer preview = post(order, "cancel", one.formatted(",\"preview\":true"), fan);
        assertThat(preview.body().get("refund").asLong()).isEqualTo(140_000);
        assertThat(tickets()).hasSize(2);

        Answer cancelled = post(order, "cancel", one.formatted(""), fan);
        assertThat(cancelled.body().get("refund").asLong()).isEqualTo(140_000);
        assertThat(cancelled.body().get("fee").asLong()).isEqualTo(10_000);
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void aTicketSaysWhatIsSpecialAboutItsSeatAndWhereAndWhenItIsGoodFor() {
        EventDefinition plain = Given.definition(Given.special("A", 4, Map.of("restricted_view", List.of("1-2"))));
        EventDefinition event = EventDefinition.newBuilder(plain)
                .setVenue("Hall One")
                .setPerformances(
                        List.of(new Performance("night", Given.NOON, "first night", 1, PerformanceStatus.SCHEDULED)))
                .build();
        edge.log.drafted("e1", event);
        edge.catalogue.apply("e1", Given.state(EventStatus.PUBLISHED, event, 1));

        JsonNode order = order("held", fan, "key-1").body();

        assertThat(order.at("/tickets/0/attributes")).isEmpty();
        assertThat(order.at("/tickets/1/attributes/0").asText()).isEqualTo("restricted_view");
        JsonNode ticket = tickets().get(1);
        assertThat(ticket.at("/attributes/0").asText()).isEqualTo("restricted_view");
        assertThat(ticket.get("venue").asText()).isEqualTo("Hall One");
        assertThat(ticket.get("label").asText()).isEqualTo("first night");
    }

    @Test
    void anOrderIsThereForItsOwnerAlone() {
        JsonNode order = order("held", fan, "key-1").body();
        String path = "/api/orders/" + order.get("order_id").asText();
        String other = edge.token(Role.ANALYST);

        assertThat(get(path, fan).status()).isEqualTo(200);
        assertThat(get(path, other).status()).isEqualTo(404);
        assertThat(get(path, "").status()).isEqualTo(401);
        assertThat(get("/api/me/orders", other).body().get("orders")).isEmpty();
        assertThat(get("/api/me/orders", fan).body().get("orders")).hasSize(1);
    }

    @Test
    void anOrderThatOnlyItsEventsRememberIsOver() {
        JsonNode order = order("forgotten", fan, "key-1").body();
        String path = "/api/orders/" + order.get("order_id").asText();

        Answer cancelled = post(order, "cancel", "{}", fan);

        assertThat(cancelled.status()).isEqualTo(409);
        assertThat(cancelled.body().get("code").asText()).isEqualTo("too_late");
        assertThat(get(path, fan).body().get("status").asText()).isEqualTo("confirmed");
        assertThat(post(order, "cancel", "{}", edge.token(Role.ANALYST)).status())
                .as("others learn nothing of it")
                .isEqualTo(404);
    }

    @Test
    void myTicketsComeInPagesOfOrdersThatHaveAny() {
        for (int i = 0; i < 53; i++) {
            edge.log.orderOf("account-of-FAN", i % 10 == 0 ? "e1.declined" : "e1.held", "o" + i);
        }

        JsonNode first = get("/api/me/tickets", fan).body();
        assertThat(first.get("tickets"))
                .as("fifty orders have no page to themselves")
                .hasSize(94);
        assertThat(first.has("next_cursor")).isFalse();

        for (int i = 53; i < 60; i++) {
            edge.log.orderOf("account-of-FAN", "e1.held", "o" + i);
        }
        JsonNode page = get("/api/me/tickets", fan).body();
        assertThat(page.get("tickets")).hasSize(100);
        JsonNode rest = get("/api/me/tickets?cursor=" + page.get("next_cursor").asText(), fan)
                .body();
        assertThat(rest.get("tickets")).hasSize(8);
        assertThat(rest.has("next_cursor")).isFalse();
        assertThat(get("/api/me/tickets?cursor=nonsense", fan).status()).isEqualTo(400);
    }

    @Test
    void noMoreThanTenCodesAreSentToAContactWhateverTheEventsAndTheReservations() {
        String one = eventConfirmedByCode("k1");
        String other = eventConfirmedByCode("k2");
        String kim = signedUp();
        for (int i = 0; i < 10; i++) {
            String event = i % 2 == 0 ? one : other;
            assertThat(orderIn(event, kim, "key-" + i).status()).isEqualTo(201);
        }

        Answer refused = orderIn(one, kim, "key-10");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().get("code").asText()).isEqualTo("too_many_codes");
        assertThat(refused.header("Retry-After")).isEqualTo("3600");
        assertThat(order("held", kim, "key-11").status())
                .as("an event that asks for none")
                .isEqualTo(201);
    }

    @Test
    void anOrderThatIsRefusedBeforeACodeIsSentUsesNoneUp() {
        String event = eventConfirmedByCode("k1");
        String kim = signedUp();
        for (int i = 0; i < 11; i++) {
            assertThat(order(event, i % 2 == 0 ? "used" : "lost", kim, "key-" + i)
                            .status())
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(edge.log.orderCodes.values()).containsExactly(0);

        assertThat(order(event, "held", kim, "key-11").status()).isEqualTo(201);
    }

    @Test
    void anOrderOfAPerformanceThatWasCalledOffUsesNoCodeUpAndOneThatEndsLaterDoes() {
        String event = eventConfirmedByCode("k1");
        String kim = signedUp();

        order(event, "stopped", kim, "key-1");
        assertThat(edge.log.orderCodes.values()).containsExactly(0);

        order(event, "declined", kim, "key-2");
        assertThat(edge.log.orderCodes.values()).containsExactly(1);
    }

    @Test
    void anOrderThatIsRefusedAgainAndAgainGivesNoMoreBackThanItTook() {
        String event = eventConfirmedByCode("k1");
        String kim = signedUp();
        orderIn(event, kim, "key-1");
        for (int i = 0; i < 3; i++) {
            order(event, "used", kim, "key-2");
        }

        assertThat(edge.log.orderCodes.values()).containsExactly(1);
    }

    @Test
    void anOrderThatWasRefusedForTooManyCodesIsJudgedAnewWithTheSameKey() {
        String event = eventConfirmedByCode("k1");
        String kim = signedUp();
        for (int i = 0; i < 10; i++) {
            orderIn(event, kim, "key-" + i);
        }
        assertThat(orderIn(event, kim, "key-10").status()).isEqualTo(429);
        assertThat(orderIn(event, kim, "key-10").status()).isEqualTo(429);

        edge.log.orderCodes.clear(); // an hour later

        assertThat(orderIn(event, kim, "key-10").status()).isEqualTo(201);
    }

    private String eventConfirmedByCode(String key) {
        String event = EventRoutesTest.EVENT.replaceFirst("\\{", "{\"step_up_required\":true,");
        return edge.post("/api/events", event, edge.token(Role.ORGANIZER), key)
                .body()
                .get("event_id")
                .asText();
    }

    private String signedUp() {
        String signUp = "{\"email\":\"kim@example.com\",\"password\":\"correct horse battery\",\"name\":\"Kim\"}";
        return edge.post("/api/auth/signup", signUp, "", "")
                .body()
                .get("access_token")
                .asText();
    }

    private Answer orderIn(String event, String token, String key) {
        return order(event, "held", token, key);
    }

    private Answer order(String event, String reservation, String token, String key) {
        return edge.post("/api/orders", ORDER.replace("e1.%s", event + "." + reservation), token, key);
    }

    @Test
    void findsABookingByItsNumberAndItsContactOnly() {
        JsonNode order = order("held", signedUp(), "key-1").body();
        String number = order.get("booking_number").asText();
        String typed = number.replace("-", "").toLowerCase(Locale.ROOT);

        assertThat(lookup(number, "kim@example.com").body().get("order_id")).isEqualTo(order.get("order_id"));
        assertThat(lookup(typed, "KIM@example.com").status()).isEqualTo(200);
        assertThat(lookup(number, "lee@example.com").status()).isEqualTo(404);
        assertThat(lookup("0000-0000-0000", "kim@example.com").status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoOrderNamingTheField() {
        assertThat(problem("{\"payment\":{\"method\":\"card\",\"token\":\"t\"}}"))
                .isEqualTo("reservation_id");
        assertThat(problem("{\"reservation_id\":\"e1.h\",\"payment\":7}")).isEqualTo("payment");
        assertThat(problem("{\"reservation_id\":\"e1.h\",\"payment\":{\"method\":\"gold\"}}"))
                .isEqualTo("payment.method");
        assertThat(problem("{\"reservation_id\":\"e1.h\",\"payment\":{\"method\":\"card\"}}"))
                .isEqualTo("payment.token");
        assertThat(problem("{\"reservation_id\":\"e1.h\",\"payment\":{\"method\":\"bank_transfer\"},"
                        + "\"concessions\":[{\"code\":\"youth\",\"section\":\"A\",\"quantity\":-1}]}"))
                .isEqualTo("concessions[0].quantity");
        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void claimsAConcessionWhoseCodeIsAsLongAsAnEventMayNameOne() {
        String body = "{\"reservation_id\":\"e1.held\",\"payment\":{\"method\":\"bank_transfer\"},"
                + "\"concessions\":[{\"code\":\"%s\",\"section\":\"A\",\"quantity\":1}]}";

        assertThat(edge.post("/api/orders", body.formatted("c".repeat(64)), fan, "key-1")
                        .status())
                .isEqualTo(201);
        assertThat(problem(body.formatted("c".repeat(65)))).isEqualTo("concessions[0].code");
    }

    private String problem(String body) {
        Answer answer = edge.post("/api/orders", body, fan, "key");
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().get("field").asText();
    }

    private JsonNode tickets() {
        return get("/api/me/tickets", fan).body().get("tickets");
    }

    private Answer order(String reservation, String token, String key) {
        return edge.post("/api/orders", ORDER.formatted(reservation), token, key);
    }

    private Answer post(JsonNode order, String what, String body, String token) {
        return edge.post("/api/orders/" + order.get("order_id").asText() + "/" + what, body, token, "");
    }

    private Answer lookup(String number, String contact) {
        return get("/api/bookings/lookup?booking_number=" + number + "&contact=" + contact, "");
    }

    private Answer get(String path, String token) {
        return edge.call("GET", path, new byte[0], Optional.of(token), Optional.empty());
    }
}
