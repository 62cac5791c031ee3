package io.onsale.edge.routes;

import static io.onsale.edge.http.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.RecordIdentity;
import io.onsale.schemas.privacy.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people tell anew about themselves. */
class ProfileRoutesTest {

    private static final String SIGN_UP =
            "{\"email\":\"fan@example.com\",\"password\":\"correct horse battery\",\"name\":\"Kim\",\"phone\":\"010-1234-5678\"}";

    private final WritesHarness edge = new WritesHarness();
    private final JsonNode fan = edge.post("/api/auth/signup", SIGN_UP, "", "").body();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void aNameIsChangedAndTheRestStays() {
        Answer changed = change("{\"name\":\" Kim Mina \"}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.header("x-onsale-version")).isNotEmpty();
        assertThat(changed.body().path("name").asText()).isEqualTo("Kim Mina");
        assertThat(changed.body().path("phone").asText()).isEqualTo("+821012345678");
        assertThat(exported().path("name").asText()).isEqualTo("Kim Mina");
    }

    @Test
    void aPhoneNumberIsChangedOrForgottenAndTheVerifiedIdentityStays() {
        edge.accounts.verified(fan.path("user_id").asText(), "person-1");

        Answer changed = change("{\"phone\":\"010-8765-4321\"}");
        assertThat(changed.body().path("phone").asText()).isEqualTo("+821087654321");
        assertThat(exported().path("phone").asText()).isEqualTo("+821087654321");
        assertThat(changed.body().path("identity_verified").asBoolean()).isTrue();

        Answer without = change("{\"phone\":\"\"}");
        assertThat(without.body().has("phone")).isFalse();
        assertThat(exported().has("phone")).isFalse();
        assertThat(without.body().path("name").asText()).isEqualTo("Kim");
    }

    @Test
    void theLogGetsNothingOfAnIdentityButWhatStandsForIt() {
        String claim = "{\"name\":\"Kim\",\"birth_date\":\"1959-12-31\",\"phone\":\"010-1234-5678\"}";

        Answer verified = edge.post(
                "/api/me/verification", claim, fan.path("access_token").asText(), "");

        assertThat(verified.status()).as(verified.text()).isEqualTo(200);
        RecordIdentity record = (RecordIdentity) ((AccountCommand) edge.log.commands.getLast()).getBody();
        assertThat(record.getReference()).isEmpty();
        assertThat(record.getIdentityKey()).isEqualTo(new Pseudonyms(edge.key).identityKey("idv-Kim"));
    }

    @Test
    void theLogShowsNeither() {
        change("{\"name\":\"Kim Mina\",\"phone\":\"010-8765-4321\"}");

        assertThat(edge.log.commands.toString()).doesNotContain("Kim", "8765");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\"}",
                "{\"phone\":\"call me\"}",
                "{\"name\":null}",
                "{\"email\":\"a@b.example\"}"
            })
    void refusesWhatChangesNothingOrCannotBeChanged(String body) {
        assertThat(change(body).status()).isEqualTo(400);
    }

    @Test
    void guestsHaveToldNothing() {
        Answer guest = edge.post("/api/auth/guest", "{\"contact\":\"g@example.com\",\"code\":\"123456\"}", "", "");

        assertProblem(change("{\"name\":\"Kim\"}", guest.body()), 403, "forbidden");
    }

    private JsonNode exported() {
        return edge.get("/api/me/export", fan.path("access_token").asText())
                .body()
                .path("account");
    }

    private Answer change(String body) {
        return change(body, fan);
    }

    private Answer change(String body, JsonNode who) {
        return edge.call(
                "PATCH",
                "/api/me",
                body.getBytes(StandardCharsets.UTF_8),
                Optional.of(who.path("access_token").asText()),
                Optional.empty());
    }
}
