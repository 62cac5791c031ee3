package io.onsale.edge.routes;

import static io.onsale.edge.http.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.common.ActorKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthRoutesTest {

    private static final String SIGN_UP =
            "{\"email\":\"Fan@Example.com\",\"password\":\"correct horse battery\",\"name\":\"Kim\",\"role\":\"%s\"}";
    private static final String LOGIN = "{\"email\":\"fan@example.com\",\"password\":\"%s\"}";

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
        JsonNode me = edge.get("/api/me", loggedIn.body().get("access_token").asText())
                .body();
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
    void namesNobodyAsTheActorOfASignUp() {
        edge.post("/api/auth/signup", SIGN_UP.formatted("fan"), "", "k");
        AccountCommand command = (AccountCommand) edge.log.commands.getFirst();
        assertThat(command.getEnvelope().getActor().getKind()).isEqualTo(ActorKind.ANONYMOUS);
    }
}
