package io.onsale.edge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.DeleteAccount;
import io.onsale.schemas.accounts.PlaceInLine;
import io.onsale.schemas.accounts.ProveContact;
import io.onsale.schemas.accounts.ReportLogin;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.PlaceOrder;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.PersonSeal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestRoutesTest {

    private static final String CONTACT = "guest@example.com";
    private static final String ORDER = """
            {"reservation_id": "e1.held", "payment": {"method": "card", "token": "test-approve"}}""";
    private static final String SIGN_UP = """
            {"email": "%s", "password": "correct horse battery", "name": "Kim"}""".formatted(CONTACT);

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest@example.com", "+82 10 1234 5678"})
    void sendsACodeToAContactThatTheLogNeverShows(String contact) throws Exception {
        Answer answer = guest("{\"contact\": \"" + contact + "\"}");

        AccountCommand command = (AccountCommand) edge.log.commands.getLast();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{\"code_expires_in\":600}");
        assertThat(edge.log.keys.getLast()).startsWith("guest:");
        assertThat(command.getBody()).isInstanceOf(RequestCode.class);
        assertThat(text(command.toByteBuffer().array())).doesNotContain("guest@", "1234");
    }

    @Test
    void refusesWhatIsNoContact() {
        assertThat(guest("{\"contact\": \"nobody\"}").body().path("field").asText())
                .isEqualTo("contact");
    }

    @Test
    void aGuestsOrderIsFoundByTheContactAndTellsItToNobody() throws Exception {
        Answer proven = guest("{\"contact\": \"" + CONTACT + "\", \"code\": \"123456\"}");

        Answer ordered = edge.post(
                "/api/orders", ORDER, proven.body().path("access_token").asText(), "key-1");

        PlaceOrder placed = placed();
        assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
        assertThat(placed.getFanId()).isEqualTo(proven.body().path("user_id").asText());
        assertThat(placed.getFanId()).isEqualTo("guest:" + placed.getContactKey());
        assertThat(placed.getRecipient()).isNotNull();
        assertThat(placed.getIdentityVerified()).isFalse();
        assertThat(text(placed.toByteBuffer().array())).doesNotContain(CONTACT);
        assertThat(proven.body().has("refresh_token")).isFalse();
    }

    @Test
    void everySpellingOfAContactIsOneGuest() {
        Set<String> guests = Stream.of("010-1234-5678", "+82 10 1234 5678", "+82 (0)10 1234 5678", "0082-10-1234-5678")
                .map(contact -> proven(contact).path("user_id").asText())
                .collect(Collectors.toSet());
        Set<String> others = Stream.of("Guest@Example.com", " guest@example.com", "guest@EXAMPLE.com")
                .map(contact -> proven(contact).path("user_id").asText())
                .collect(Collectors.toSet());

        assertThat(guests).hasSize(1);
        assertThat(others).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "010-CALL-ME", "+0 10 1234 5678", "guest\u200b@example.com"})
    void refusesAContactThatCanBeNone(String contact) {
        Answer refused = guest("{\"contact\": \"" + contact + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).isEqualTo("contact");
    }

    @Test
    void aCodesRecipientIsSealedWithTheGuestsOwnKeyAlone() {
        guest("{\"contact\": \"" + CONTACT + "\"}");

        String guestId = edge.log.keys.getLast();
        RequestCode request = (RequestCode) ((AccountCommand) edge.log.commands.getLast()).getBody();
        PersonSeal own = own(guestId);
        assertThat(own.openRecipient(guestId.substring("guest:".length()), request.getRecipient()))
                .isEqualTo(CONTACT);
    }

    @Test
    void anOrdersRecipientIsSealedWithTheKeyOfWhoeverOrders() {
        JsonNode guest = proven(CONTACT);
        edge.post("/api/orders", ORDER, guest.path("access_token").asText(), "key-1");

        PlaceOrder placed = placed();
        PersonSeal own = own(placed.getFanId());
        assertThat(own.openRecipient(placed.getOrderId(), placed.getRecipient()))
                .isEqualTo(CONTACT);
    }

    @Test
    void whoeverHasAnAccountIsToldToLogInButOnlyOnceTheContactIsProven() {
        edge.post("/api/auth/signup", SIGN_UP, "", "");

        Answer asked = guest("{\"contact\": \"Guest@Example.com\"}");
        edge.log.wrongCode = true;
        Answer wrong = guest("{\"contact\": \"Guest@Example.com\", \"code\": \"123456\"}");
        edge.log.wrongCode = false;
        Answer right = guest("{\"contact\": \"Guest@Example.com\", \"code\": \"123456\"}");

        assertThat(asked.text()).isEqualTo("{\"code_expires_in\":600}");
        assertThat(wrong.body().path("code").asText()).isEqualTo("wrong_code");
        assertThat(right.status()).isEqualTo(409);
        assertThat(right.body().path("code").asText()).isEqualTo("has_account");
        assertThat(right.body().has("access_token")).isFalse();
    }

    @Test
    void whoeverClaimsAPhoneNumberInAnAccountKeepsItsOwnerFromNothing() {
        edge.post("/api/auth/signup", SIGN_UP.replace("{", "{\"phone\": \"010-1234-5678\", "), "", "");

        Answer proven = guest("{\"contact\": \"+82 10 1234 5678\", \"code\": \"123456\"}");

        assertThat(proven.status()).isEqualTo(200);
    }

    @Test
    void aGuestsTokenCoversOneBookingAndAnotherCodeAnother() {
        String token = proven(CONTACT).path("access_token").asText();

        Answer first = edge.post("/api/orders", ORDER, token, "key-1");
        Answer again = edge.post("/api/orders", ORDER, token, "key-1");
        Answer second = edge.post("/api/orders", ORDER.replace("e1.held", "e2.held"), token, "key-2");
        Answer seen = edge.call(
                "GET",
                "/api/orders/" + first.body().path("order_id").asText(),
                new byte[0],
                Optional.of(token),
                Optional.empty());
        String another = proven(CONTACT).path("access_token").asText();
        Answer third = edge.post("/api/orders", ORDER.replace("e1.held", "e2.held"), another, "key-3");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("code").asText()).isEqualTo("guest_has_booked");
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(third.status()).as(third.text()).isEqualTo(201);
    }

    @Test
    void anOrderThatCameToNothingWasNoBooking() {
        String token = proven(CONTACT).path("access_token").asText();

        Answer declined = edge.post("/api/orders", ORDER.replace("e1.held", "e1.declined"), token, "key-1");
        Answer second = edge.post("/api/orders", ORDER, token, "key-2");

        assertThat(declined.body().path("status").asText()).as(declined.text()).isEqualTo("refused");
        assertThat(second.status()).as(second.text()).isEqualTo(201);
    }

    @Test
    void aReservationWhoseOrderWasOnlyMistypedIsStillTheTokensOnlyOne() {
        String token = proven(CONTACT).path("access_token").asText();
        String claim = ",\"concessions\":[{\"code\":\"mistyped\",\"section\":\"A\",\"quantity\":1}]}";
        String wrong = ORDER.substring(0, ORDER.lastIndexOf('}')) + claim;

        Answer mistyped = edge.post("/api/orders", wrong, token, "key-1");
        Answer right = edge.post("/api/orders", ORDER, token, "key-2");
        Answer repeated = edge.post("/api/orders", wrong, token, "key-1");
        Answer another = edge.post("/api/orders", ORDER.replace("e1.held", "e2.held"), token, "key-3");

        assertThat(mistyped.body().path("status").asText()).as(mistyped.text()).isEqualTo("refused");
        assertThat(right.body().path("status").asText()).as(right.text()).isEqualTo("confirmed");
        assertThat(repeated.body().path("status").asText()).as(repeated.text()).isEqualTo("refused");
        assertThat(another.status()).as(another.text()).isEqualTo(409);
        assertThat(another.body().path("code").asText()).isEqualTo("guest_has_booked");
    }

    @Test
    void aReservationThatNobodyKnowsMayYetBeOrdered() {
        String token = proven(CONTACT).path("access_token").asText();

        edge.post("/api/orders", ORDER.replace("e1.held", "e1.lost"), token, "key-1");
        Answer another = edge.post("/api/orders", ORDER, token, "key-2");

        assertThat(another.body().path("code").asText()).as(another.text()).isEqualTo("guest_has_booked");
    }

    @Test
    void aReservationWhoseOrderExpiredMayHaveBeenProlongedAndYetBeOrdered() {
        String token = proven(CONTACT).path("access_token").asText();

        Answer expired = edge.post("/api/orders", ORDER.replace("e1.held", "e1.late"), token, "key-1");
        Answer another = edge.post("/api/orders", ORDER, token, "key-2");

        assertThat(expired.body().path("status").asText()).as(expired.text()).isEqualTo("refused");
        assertThat(another.status()).as(another.text()).isEqualTo(409);
        assertThat(another.body().path("code").asText()).isEqualTo("guest_has_booked");
    }

    @Test
    void aReservationThatEndedBeforeItsOrderWasNoBooking() {
        String token = proven(CONTACT).path("access_token").asText();

        edge.post("/api/orders", ORDER.replace("e1.held", "e1.over"), token, "key-1");
        Answer another = edge.post("/api/orders", ORDER, token, "key-2");

        assertThat(another.status()).as(another.text()).isEqualTo(201);
    }

    @Test
    void aGuestAndAnAccountWithTheSameEmailAreCountedAsOne() {
        String guest = proven("guest@example.com").path("access_token").asText();
        reserve(guest);
        String contact = held().getContactKey();
        JsonNode account = edge.post("/api/auth/signup", SIGN_UP, "", "").body();
        reserve(account.path("access_token").asText());
        HoldSeats ofAccount = held();

        assertThat(contact).matches("[0-9a-f]{64}");
        assertThat(ofAccount.getContactKey()).isEqualTo(contact);
        assertThat(ofAccount.getFanId()).isEqualTo(account.path("user_id").asText());

        String refresh = "{\"refresh_token\":\"" + account.path("refresh_token").asText() + "\"}";
        reserve(edge.post("/api/auth/refresh", refresh, "", "")
                .body()
                .path("access_token")
                .asText());
        assertThat(held().getContactKey()).isEqualTo(contact);
    }

    private void reserve(String token) {
        String seat = "{\"event_id\":\"e1\",\"section\":\"A\",\"seat_ids\":[\"A-1-1\"]}";
        Answer answer = edge.post("/api/tickets/reserve", seat, token, "key-of-" + token.hashCode());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private HoldSeats held() {
        return (HoldSeats) ((InventoryCommand) edge.log.commands.getLast()).getBody();
    }

    @Test
    void aGuestIsForgottenAndItsKeyAndPlacesInLineWithIt() {
        edge.places = List.of(new PlaceInLine("event-1", 7L));
        JsonNode guest = proven(CONTACT);
        String token = guest.path("access_token").asText();

        Answer deleted = edge.call("DELETE", "/api/me", new byte[0], Optional.of(token), Optional.empty());

        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);
        assertThat(edge.log.keys.getLast()).isEqualTo(guest.path("user_id").asText());
        assertThat(((AccountCommand) edge.log.commands.getLast()).getBody())
                .isEqualTo(new DeleteAccount(guest.path("user_id").asText(), edge.places));
    }

    @Test
    void guessesSayInTheLogWhereTheyCameFromAndNotTheAddress() {
        guest("{\"contact\": \"" + CONTACT + "\", \"code\": \"123456\"}");
        ProveContact prove = (ProveContact) ((AccountCommand) edge.log.commands.getLast()).getBody();
        edge.post("/api/auth/login", "{\"email\": \"nobody@example.com\", \"password\": \"a guess\"}", "", "");
        ReportLogin login = (ReportLogin) ((AccountCommand) edge.log.commands.getLast()).getBody();

        assertThat(prove.getSource()).matches("[0-9a-f]{32}").isEqualTo(login.getSource());
    }

    @Test
    void whoeverLearnsOfTooManyTakenEmailsSignsUpNoMore() {
        edge.post("/api/auth/signup", SIGN_UP, "", "");
        for (int i = 0; i < 10; i++) {
            assertThat(edge.post("/api/auth/signup", SIGN_UP, "", "").status()).isEqualTo(409);
        }

        Answer taken = edge.post("/api/auth/signup", SIGN_UP, "", "");
        Answer free = edge.post("/api/auth/signup", SIGN_UP.replace(CONTACT, "free@example.com"), "", "");

        assertThat(taken.status()).isEqualTo(429);
        assertThat(free.text().replaceAll("[0-9a-f]{32}", ""))
                .isEqualTo(taken.text().replaceAll("[0-9a-f]{32}", ""));
    }

    @Test
    void anOrderSaysWhetherItsFanIsVerified() {
        Answer signedUp = edge.post("/api/auth/signup", SIGN_UP, "", "");
        String token = signedUp.body().path("access_token").asText();
        AccountState account =
                edge.accounts.byId(signedUp.body().path("user_id").asText()).orElseThrow();

        edge.post("/api/orders", ORDER, token, "key-1");
        boolean before = placed().getIdentityVerified();
        edge.accounts.put(
                edge.log.keys.getFirst(),
                AccountState.newBuilder(account).setIdentity("idv_1").build());
        edge.post("/api/orders", ORDER.replace("e1.held", "e1.held2"), token, "key-2");

        assertThat(before).isFalse();
        assertThat(placed().getIdentityVerified()).isTrue();
    }

    @Test
    void aDeletedAccountsTokenIsRefused() {
        Answer signedUp = edge.post("/api/auth/signup", SIGN_UP, "", "");
        edge.accounts.deleted.add(signedUp.body().path("user_id").asText());

        Answer refused = edge.call(
                "GET",
                "/api/me",
                new byte[0],
                Optional.of(signedUp.body().path("access_token").asText()),
                Optional.empty());

        assertThat(refused.body().path("code").asText()).isEqualTo("invalid_token");
    }

    private PersonSeal own(String person) {
        return new PersonKeys(edge.key).open(person, Objects.requireNonNull(edge.accounts.keys.get(person)));
    }

    private JsonNode proven(String contact) {
        Answer proven = guest("{\"contact\": \"" + contact + "\", \"code\": \"123456\"}");
        assertThat(proven.status()).as(proven.text()).isEqualTo(200);
        return proven.body();
    }

    private Answer guest(String body) {
        return edge.post("/api/auth/guest", body, "", "");
    }

    private PlaceOrder placed() {
        return (PlaceOrder) ((CheckoutCommand) edge.log.commands.getLast()).getBody();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
