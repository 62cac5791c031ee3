package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Keys;
import io.onsale.standalone.run.RoleGrant;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSystem.class)
class PeopleOnTwoEdgesTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WholeSystem system;

    PeopleOnTwoEdgesTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void aGuestProvesAContactAtEitherEdgeAndBooksAndFindsTheBooking() throws Exception {
        String contact = UUID.randomUUID() + "@example.com";
        Show show = system.show(10);

        Reply asked = system.first.post("/api/auth/guest", json("contact", contact));
        Reply wrong = system.second.post("/api/auth/guest", json("contact", contact, "code", "12345x"));
        Reply proven = system.second.post("/api/auth/guest", json("contact", contact, "code", code(contact)));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(wrong.summary()).isEqualTo("401 wrong_code");
        assertThat(proven.status()).as(proven.text()).isEqualTo(200);
        Person guest = new Person(proven.text("user_id"), proven.text("access_token"));

        Reply held = system.second.hold(guest, show, "A-1-1");
        Reply ordered = system.first.post("/api/orders", order(held.text("reservation_id")), keyed(guest));
        assertThat(held.status()).as(held.text()).isEqualTo(201);
        assertThat(ordered.text("status")).as(ordered.text()).isEqualTo("confirmed");

        String query = "?booking_number=" + ordered.text("booking_number") + "&contact="
                + URLEncoder.encode(contact.toUpperCase(Locale.ROOT), StandardCharsets.UTF_8);
        Reply found = system.second.get("/api/bookings/lookup" + query, Map.of("X-Onsale-Version", ordered.version()));
        assertThat(found.text("order_id")).as(found.text()).isEqualTo(ordered.text("order_id"));
        assertThat(system.first.get("/api/me", guest).summary()).isEqualTo("403 forbidden");
        assertThat(system.first
                        .post("/api/auth/guest", json("contact", contact, "code", code(contact)))
                        .summary())
                .isEqualTo("401 wrong_code");
    }

    @Test
    void guessesAtAPasswordAreCountedTogetherWhicheverEdgeTheyAreMadeAt() {
        String email = UUID.randomUUID() + "@example.com";
        Reply signedUp = system.first.signUp(email, PASSWORD, "Kim", "fan");
        assertThat(signedUp.status()).as(signedUp.text()).isEqualTo(201);

        for (int i = 0; i < 4; i++) {
            assertThat(login(system.edge(i), email, "guess " + i).summary()).isEqualTo("401 bad_credentials");
        }

        assertThat(login(system.edge(4), email, "guess 4").summary()).isEqualTo("429 too_many_attempts");
        assertThat(login(system.edge(5), email, PASSWORD).summary()).isEqualTo("429 too_many_attempts");
    }

    @Test
    void guessesAtAnEmailThatNobodyHasAreAnsweredTheSame() {
        String email = UUID.randomUUID() + "@example.com";

        for (int i = 0; i < 4; i++) {
            assertThat(login(system.edge(i), email, "guess " + i).summary()).isEqualTo("401 bad_credentials");
        }

        assertThat(login(system.edge(4), email, "guess 4").summary()).isEqualTo("429 too_many_attempts");
    }

    @Test
    void theFirstOperatorIsGrantedFromOutsideAndGrantsTheOthersAtOnce() {
        String email = UUID.randomUUID() + "@example.com";
        Person first = person(system.first.signUp(email, PASSWORD, "Kim", "fan"));
        Reply signedUp = system.second.signUp(UUID.randomUUID() + "@example.com", PASSWORD, "Lee", "fan");
        Person second = person(signedUp);
        Show show = system.show(1);
        String funnel = "/api/analytics/funnel?event_id=" + show.eventId();
        assertThat(system.first.get(funnel, second).summary()).isEqualTo("403 forbidden");

        assertThat(grants().grant(email, Role.OPERATOR)).isEqualTo(first.id());
        assertThat(grants().grant(email, Role.OPERATOR)).isEqualTo(first.id());
        String grant = "/api/accounts/" + second.id() + "/role";
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> system.second.get("/api/me", first).text("role").equals("operator"));
        Reply granted = system.second.post(grant, json("role", "analyst"), EdgeApi.bearer(first));

        assertThat(granted.status()).as(granted.text()).isEqualTo(200);
        Reply seen = system.first.get(
                funnel,
                Map.of(
                        "Authorization",
                        "Bearer " + second.token(),
                        "X-Onsale-Version",
                        granted.version() + "," + show.version()));
        assertThat(seen.status()).as(seen.text()).isNotEqualTo(403);
        assertThat(system.first
                        .post(grant, json("role", "fan"), EdgeApi.bearer(second))
                        .summary())
                .isEqualTo("403 forbidden");
    }

    @Test
    void whoIsVerifiedAtOneEdgeIsSoAtTheOther() {
        Person fan = person(system.first.signUp(UUID.randomUUID() + "@example.com", PASSWORD, "Kim", "fan"));

        Reply refused = system.first.post("/api/me/verification", identity("+82 10 1234 0000"), EdgeApi.bearer(fan));
        Reply verified = system.first.post("/api/me/verification", identity("+82 10 1234 5678"), EdgeApi.bearer(fan));

        assertThat(refused.summary()).isEqualTo("422 identity_not_verified");
        assertThat(verified.status()).as(verified.text()).isEqualTo(200);
        Reply me = system.second.get(
                "/api/me", Map.of("Authorization", "Bearer " + fan.token(), "X-Onsale-Version", verified.version()));
        assertThat(me.body().path("identity_verified").asBoolean()).isTrue();
    }

    private RoleGrant grants() {
        Endpoints at = system.standalone.endpoints();
        return new RoleGrant(
                at.kafka(),
                RegistrySettings.of(at.registry()),
                Keys.of(system.folder()).process());
    }

    /** The code in the newest message to a contact, once there is one. */
    private String code(String contact) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> newest(contact), code -> !code.isEmpty());
    }

    private String newest(String contact) throws IOException, InterruptedException {
        Endpoints.Gateway gateway = system.standalone.endpoints().gateway();
        URI messages =
                URI.create(gateway.url() + "/v1/messages?to=" + URLEncoder.encode(contact, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(messages)
                .header("Authorization", "Bearer " + gateway.login())
                .build();
        String newest = "";
        JsonNode answer = JSON.readTree(
                EdgeApi.HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        for (JsonNode message : answer.path("messages")) {
            Matcher code = CODE.matcher(message.path("text").asText());
            newest = code.find() ? code.group() : newest;
        }
        return newest;
    }

    private static Reply login(EdgeApi edge, String email, String password) {
        return edge.post("/api/auth/login", json("email", email, "password", password));
    }

    private static Person person(Reply signedUp) {
        assertThat(signedUp.status()).as(signedUp.text()).isEqualTo(201);
        return new Person(signedUp.text("user_id"), signedUp.text("access_token"));
    }

    private static Map<String, String> keyed(Person who) {
        return Map.of(
                "Authorization",
                "Bearer " + who.token(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static String order(String reservation) {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("reservation_id", reservation);
        order.putObject("payment").put("method", "card").put("token", "test-approve");
        return order.toString();
    }

    private static String identity(String phone) {
        return json("name", "Kim", "birth_date", "1999-12-31", "phone", phone);
    }

    private static String json(String... fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object.toString();
    }
}
