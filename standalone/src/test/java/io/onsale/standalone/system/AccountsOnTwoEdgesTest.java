package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class AccountsOnTwoEdgesTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final WholeSystem system;

    AccountsOnTwoEdgesTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void whoSignedUpAtOneEdgeIsKnownAtTheOtherAtOnce() {
        String email = UUID.randomUUID() + "@example.com";
        Reply signedUp = system.first.signUp(email, PASSWORD, "Kim", "fan");
        assertThat(signedUp.status()).as(signedUp.text()).isEqualTo(201);

        Reply login = system.second.post("/api/auth/login", login(email, PASSWORD));
        Person fan = new Person(signedUp.text("user_id"), login.text("access_token"));
        Reply me = system.second.get("/api/me", fan);

        assertThat(login.status()).as(login.text()).isEqualTo(200);
        assertThat(me.text("user_id")).isEqualTo(signedUp.text("user_id"));
        assertThat(me.text("email")).isEqualTo(email);
        assertThat(system.first
                        .post("/api/auth/login", login(email, "nope nope nope"))
                        .summary())
                .isEqualTo("401 bad_credentials");
        assertThat(system.second
                        .signUp(email.toUpperCase(Locale.ROOT), PASSWORD, "Lee", "fan")
                        .summary())
                .isEqualTo("409 email_taken");
    }

    @Test
    void anEmailBelongsToOneAccountHoweverManySignUpAtOnce() throws Exception {
        String email = UUID.randomUUID() + "@example.com";

        List<String> answers = Together.run(
                6, i -> system.edge(i).signUp(email, PASSWORD, "Kim", "fan").summary());

        assertThat(answers).containsOnlyOnce("201").containsOnly("201", "409 email_taken");
    }

    @Test
    void aUsedRefreshTokenEndsItsFamilyOnBothEdges() {
        Reply signedUp = system.first.signUp(UUID.randomUUID() + "@example.com", PASSWORD, "Kim", "fan");
        String old = signedUp.text("refresh_token");

        Reply rotated = refresh(system.second, old);
        Reply reused = refresh(system.first, old);

        assertThat(rotated.status()).as(rotated.text()).isEqualTo(200);
        assertThat(reused.summary()).isEqualTo("401 refresh_reused");
        assertThat(refresh(system.second, rotated.text("refresh_token")).summary())
                .isEqualTo("401 session_ended");
        assertThat(refresh(system.first, rotated.text("refresh_token")).summary())
                .isEqualTo("401 session_ended");
    }

    @Test
    void ofTwoEdgesRefreshingWithOneTokenOnlyOneSucceeds() throws Exception {
        Reply signedUp = system.first.signUp(UUID.randomUUID() + "@example.com", PASSWORD, "Kim", "fan");

        List<String> answers = Together.run(
                4, i -> refresh(system.edge(i), signedUp.text("refresh_token")).summary());

        assertThat(answers).containsOnlyOnce("200").containsOnly("200", "401 refresh_reused", "401 session_ended");
    }

    private static Reply refresh(EdgeApi edge, String token) {
        return edge.post(
                "/api/auth/refresh",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("refresh_token", token)
                        .toString());
    }

    private static String login(String email, String password) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("email", email)
                .put("password", password)
                .toString();
    }
}
