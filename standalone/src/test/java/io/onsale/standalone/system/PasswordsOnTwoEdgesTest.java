package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class PasswordsOnTwoEdgesTest {

    private static final String FIRST = "correct horse battery staple";
    private static final String SECOND = "staple battery horse correct";

    private final WholeSystem system;
    private final String email = UUID.randomUUID() + "@example.com";

    PasswordsOnTwoEdgesTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void anotherPasswordCountsAtEveryEdgeAtOnceAndEndsAllSessionsButThePresentOne() {
        Reply here = signUp();
        Reply elsewhere = login(system.second, FIRST);

        Reply changed = change(system.first, here, FIRST, SECOND);

        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(refresh(system.second, elsewhere).summary()).isEqualTo("401 session_ended");
        assertThat(refresh(system.second, here).status()).isEqualTo(200);
        assertThat(login(system.second, FIRST).summary()).isEqualTo("401 bad_credentials");
        assertThat(login(system.second, SECOND).status()).isEqualTo(200);
    }

    @Test
    void ofManyWhoChangeItAtOnceOneDoes() throws Exception {
        Reply fan = signUp();

        // Of five guesses that were wrong the account would be locked.
        List<String> answers = Together.run(
                4, i -> change(system.edge(i), fan, FIRST, SECOND + i).summary());

        assertThat(answers).containsOnlyOnce("204").contains("401 bad_credentials");
        assertThat(login(system.second, SECOND + answers.indexOf("204")).status())
                .isEqualTo(200);
    }

    @Test
    void aForgottenPasswordIsSetByTheCodeThatWasSentOnceAndAtEitherEdge() {
        Reply before = signUp();
        Reply nobodys =
                system.first.post("/api/auth/password/forgot", json("email", UUID.randomUUID() + "@example.com"));
        Reply asked = system.first.post("/api/auth/password/forgot", json("email", email));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text()).isEqualTo(nobodys.text());
        String code = SentCodes.of(system).newest(email);
        assertThat(code).hasSize(8);
        assertThat(login(system.second, FIRST).status()).as("it is not set yet").isEqualTo(200);

        Map<String, String> once = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Reply wrong = reset(system.second, "1234567x", Map.of());
        Reply set = reset(system.second, code, once);
        Reply again = reset(system.first, code, once);

        assertThat(wrong.summary()).isEqualTo("401 wrong_code");
        assertThat(set.status()).as(set.text()).isEqualTo(200);
        assertThat(again.text("user_id")).as(again.text()).isEqualTo(set.text("user_id"));
        assertThat(reset(system.second, code, Map.of()).summary()).isEqualTo("401 wrong_code");
        assertThat(refresh(system.first, before).summary()).isEqualTo("401 session_ended");
        assertThat(refresh(system.first, set).status()).isEqualTo(200);
        assertThat(login(system.first, FIRST).summary()).isEqualTo("401 bad_credentials");
    }

    private Reply signUp() {
        Reply signedUp = system.first.signUp(email, FIRST, "Kim", "fan");
        assertThat(signedUp.status()).as(signedUp.text()).isEqualTo(201);
        return signedUp;
    }

    private Reply login(EdgeApi edge, String password) {
        return edge.post("/api/auth/login", json("email", email, "password", password));
    }

    private Reply reset(EdgeApi edge, String code, Map<String, String> headers) {
        return edge.post("/api/auth/password/reset", json("email", email, "code", code, "password", SECOND), headers);
    }

    private static Reply change(EdgeApi edge, Reply who, String current, String password) {
        return edge.post(
                "/api/me/password",
                json("current_password", current, "password", password),
                Map.of("Authorization", "Bearer " + who.text("access_token")));
    }

    private static Reply refresh(EdgeApi edge, Reply who) {
        return edge.post("/api/auth/refresh", json("refresh_token", who.text("refresh_token")));
    }

    private static String json(String... fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object.toString();
    }
}
