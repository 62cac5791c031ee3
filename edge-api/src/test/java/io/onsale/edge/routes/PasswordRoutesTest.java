package io.onsale.edge.routes;

import static io.onsale.edge.http.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.ChangePassword;
import io.onsale.schemas.accounts.RequestReset;
import io.onsale.schemas.accounts.ResetPassword;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another password, by the one that an account has or by a code. */
class PasswordRoutesTest {

    private static final String EMAIL = "fan@example.com";
    private static final String FIRST = "correct horse battery";
    private static final String SECOND = "staple of another horse";

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void whoTypesThePasswordSetsAnotherAndTheFormerIsWorthNothing() {
        String token = signedUp().path("access_token").asText();

        Answer changed = change(FIRST, SECOND, token, "");

        assertThat(changed.status()).as(changed.text()).isEqualTo(204);
        assertThat(changed.header("x-onsale-version")).isNotEmpty();
        assertProblem(login(FIRST), 401, "bad_credentials");
        assertThat(login(SECOND).status()).isEqualTo(200);
    }

    @Test
    void aChangeNamesItsSessionAndNoPassword() {
        edge.log.commands.clear();
        String token = signedUp().path("access_token").asText();
        change(FIRST, SECOND, token, "k");

        ChangePassword change = (ChangePassword) ((AccountCommand) edge.log.commands.getLast()).getBody();
        assertThat(change.getSessionId()).isNotEmpty();
        assertThat(change.getCurrent().getGeneration()).isZero();
        assertThat(change.getCurrent().getSource()).matches("[0-9a-f]{32}");
        assertThat(edge.log.commands.toString()).doesNotContain("horse", "xample");
    }

    @Test
    void aWrongCurrentPasswordIsRefusedAndChangesNothing() {
        String token = signedUp().path("access_token").asText();

        Answer refused = change("a guess", SECOND, token, "");

        assertProblem(refused, 401, "bad_credentials");
        assertThat(refused.body().path("detail").asText()).contains("not your account's password");
        assertThat(login(FIRST).status()).isEqualTo(200);
    }

    @Test
    void guestsHaveNoPasswordAndWhoeverIsNotSignedInSetsNone() {
        Answer guest = edge.post("/api/auth/guest", "{\"contact\":\"g@example.com\",\"code\":\"123456\"}", "", "");

        assertProblem(change(FIRST, SECOND, guest.body().path("access_token").asText(), ""), 403, "forbidden");
        assertProblem(change(FIRST, SECOND, "", ""), 401, "unauthenticated");
    }

    @Test
    void refusesAPasswordThatIsTooShortAndSaysWhichFieldItIs() {
        String token = signedUp().path("access_token").asText();

        assertThat(change(FIRST, "short", token, "").body().path("field").asText())
                .isEqualTo("password");
        assertThat(change("", SECOND, token, "").body().path("field").asText()).isEqualTo("current_password");
    }

    @Test
    void aRepeatedChangeIsAnsweredAlikeAndAnotherPasswordUnderItsKeyIsNotCalledChanged() {
        String token = signedUp().path("access_token").asText();

        Answer first = change(FIRST, SECOND, token, "k");
        Answer again = change(FIRST, SECOND, token, "k");
        Answer another = change(FIRST, "something else altogether", token, "k");

        assertThat(first.status()).isEqualTo(204);
        assertThat(again.status()).as(again.text()).isEqualTo(204);
        assertProblem(another, 422, "idempotency_conflict");
        assertThat(login(SECOND).status()).isEqualTo(200);
    }

    @Test
    void whatWasMistypedIsJudgedAnewUnderTheSameKey() {
        String token = signedUp().path("access_token").asText();

        assertProblem(change("a guess", SECOND, token, "k"), 401, "bad_credentials");
        assertThat(change(FIRST, SECOND, token, "k").status()).isEqualTo(204);
    }

    @Test
    void anInstanceThatWasBehindComparesAnewWithThePasswordOfNow() {
        signedUp();
        String key = edge.log.keys.getFirst();
        AccountState before = edge.accounts.inTheLog(key).orElseThrow();
        change(FIRST, SECOND, login(FIRST).body().path("access_token").asText(), "");
        AccountState after = edge.accounts.inTheLog(key).orElseThrow();

        edge.accounts.put(key, before);
        edge.accounts.happened(key, after);
        assertThat(login(SECOND).status()).isEqualTo(200);

        edge.accounts.put(key, before);
        edge.accounts.happened(key, after);
        assertProblem(login(FIRST), 401, "bad_credentials");
    }

    @Test
    void askingForACodeIsAnsweredTheSameWhetherOrNotThereIsAnAccount() {
        Answer unknown = forgot();
        RequestReset ofUnknown = (RequestReset) ((AccountCommand) edge.log.commands.getLast()).getBody();
        signedUp();
        Answer known = forgot();
        RequestReset ofKnown = (RequestReset) ((AccountCommand) edge.log.commands.getLast()).getBody();

        assertThat(known.status()).isEqualTo(202);
        assertThat(known.text()).isEqualTo(unknown.text()).isEqualTo("{\"code_expires_in\":600}");
        assertThat(known.header("x-onsale-version")).isEqualTo(unknown.header("x-onsale-version"));
        assertThat(ofKnown).isEqualTo(ofUnknown);
        assertThat(edge.log.commands.toString()).doesNotContain("xample");
    }

    @Test
    void theCodeSetsAnotherPasswordAndSignsIn() {
        signedUp();

        Answer reset = reset("12345678", SECOND, "");

        assertThat(reset.status()).as(reset.text()).isEqualTo(200);
        assertThat(reset.header("x-onsale-version")).isNotEmpty();
        assertThat(edge.get("/api/me", reset.body().path("access_token").asText())
                        .body()
                        .path("email")
                        .asText())
                .isEqualTo(EMAIL);
        assertProblem(login(FIRST), 401, "bad_credentials");
        assertThat(login(SECOND).status()).isEqualTo(200);
        assertThat(edge.log.commands.toString()).doesNotContain("horse", "12345678");
    }

    @Test
    void aWrongCodeIsAnsweredTheSameWhetherOrNotThereIsAnAccount() {
        Answer unknown = reset("12345678", SECOND, "");
        ResetPassword ofUnknown = (ResetPassword) ((AccountCommand) edge.log.commands.getLast()).getBody();
        signedUp();
        edge.log.wrongCode = true;
        Answer known = reset("12345678", SECOND, "");
        ResetPassword ofKnown = (ResetPassword) ((AccountCommand) edge.log.commands.getLast()).getBody();

        assertProblem(known, 401, "wrong_code");
        assertThat(known.text().replaceAll("[0-9a-f]{32}", ""))
                .isEqualTo(unknown.text().replaceAll("[0-9a-f]{32}", ""));
        assertThat(ofKnown.getCredential().remaining())
                .isEqualTo(ofUnknown.getCredential().remaining());
        assertThat(login(FIRST).status()).isEqualTo(200);
    }

    @Test
    void aRepeatedResetSignsInAgainOnlyWithThePasswordThatItSet() {
        signedUp();

        reset("12345678", SECOND, "k");
        Answer again = reset("12345678", SECOND, "k");
        Answer another = reset("12345678", "something else altogether", "k");

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.body().path("refresh_token").asText()).isNotEmpty();
        assertProblem(another, 401, "bad_credentials");
    }

    @Test
    void anInstanceThatDoesNotKnowTheAccountYetWaitsForItAndSealsAnew() {
        signedUp();
        edge.accounts.delay();

        Answer reset = reset("12345678", SECOND, "");

        assertThat(reset.status()).as(reset.text()).isEqualTo(200);
        assertThat(login(SECOND).status()).isEqualTo(200);
    }

    private JsonNode signedUp() {
        String body = "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Kim\"}".formatted(EMAIL, FIRST);
        Answer answer = edge.post("/api/auth/signup", body, "", "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body();
    }

    private Answer login(String password) {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, password);
        return edge.post("/api/auth/login", body, "", "");
    }

    private Answer change(String current, String password, String token, String key) {
        String body = "{\"current_password\":\"%s\",\"password\":\"%s\"}".formatted(current, password);
        return edge.post("/api/me/password", body, token, key);
    }

    private Answer forgot() {
        return edge.post("/api/auth/password/forgot", "{\"email\":\"%s\"}".formatted(EMAIL), "", "");
    }

    private Answer reset(String code, String password, String key) {
        String body = "{\"email\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, code, password);
        return edge.post("/api/auth/password/reset", body, "", key);
    }
}
