package io.onsale.edge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.routes.WritesHarness.Answer;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.PlaceOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
