package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Keys;
import io.onsale.standalone.run.RoleGrant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class PeopleOnTwoEdgesTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final WholeSystem system;
    private final SentCodes codes;

    PeopleOnTwoEdgesTest(WholeSystem system) {
        this.system = system;
        this.codes = SentCodes.of(system);
    }

    @Test
    void aGuestProvesAContactAtEitherEdgeAndBooksAndFindsTheBooking() throws Exception {
        String contact = UUID.randomUUID() + "@example.com";
        Show show = system.show(10);

        Reply asked = system.first.post("/api/auth/guest", json("contact", contact));
        Reply wrong = system.second.post("/api/auth/guest", json("contact", contact, "code", "12345x"));
        Reply proven = system.second.post("/api/auth/guest", json("contact", contact, "code", codes.newest(contact)));
        assertThat(asked.status()).as(asked.text()).isEqualTo(202);
        assertThat(wrong.summary()).isEqualTo("401 wrong_code");
        assertThat(proven.status()).as(proven.text()).isEqualTo(200);
        Person guest = new Person(proven.text("user_id"), proven.text("access_token"));

        Reply held = system.second.hold(guest, show, "A-1-1");
        Reply ordered = system.first.post("/api/orders", order(held.text("reservation_id")), keyed(guest));
        assertThat(held.status()).as(held.text()).isEqualTo(201);
        assertThat(ordered.text("status")).as(ordered.text()).isEqualTo("confirmed");
        Reply more = system.first.hold(guest, show, "A-1-2");
        Reply second = system.second.post("/api/orders", order(more.text("reservation_id")), keyed(guest));
        assertThat(second.summary()).isEqualTo("409 guest_has_booked");

        String query = "?booking_number=" + ordered.text("booking_number") + "&contact="
                + URLEncoder.encode(contact.toUpperCase(Locale.ROOT), StandardCharsets.UTF_8);
        Reply found = system.second.get("/api/bookings/lookup" + query, Map.of("X-Onsale-Version", ordered.version()));
        assertThat(found.text("order_id")).as(found.text()).isEqualTo(ordered.text("order_id"));
        assertThat(system.first.get("/api/me", guest).summary()).isEqualTo("403 forbidden");
        assertThat(system.first
                        .post("/api/auth/guest", json("contact", contact, "code", codes.newest(contact)))
                        .summary())
                .isEqualTo("401 wrong_code");
    }

    @Test
    void aPersonHasOneLimitAsAGuestWithAnAccountAndWithTheNextOne() throws Exception {
        String contact = UUID.randomUUID() + "@example.com";
        Show show = system.show(10);
        Person guest = guest(contact);
        Reply held = system.second.hold(guest, show, "A-1-1", "A-1-2", "A-1-3");
        assertThat(held.status()).as(held.text()).isEqualTo(201);

        Person account = person(system.second.signUp(contact, PASSWORD, "Kim", "fan"));
        assertThat(system.first.hold(account, show, "B-1-1", "B-1-2").summary()).isEqualTo("409 ticket_limit");
        assertThat(system.first.hold(account, show, "B-1-1").summary()).isEqualTo("201");
        assertThat(system.second.hold(guest, show, "A-1-4").summary()).isEqualTo("409 ticket_limit");

        Reply deleted = system.second.send("DELETE", "/api/me", json("password", PASSWORD), EdgeApi.bearer(account));
        assertThat(deleted.status()).as(deleted.text()).isEqualTo(204);
        Person next = person(system.first.signUp(contact, PASSWORD, "Kim", "fan"));
        assertThat(system.second.hold(next, show, "B-1-2").summary()).isEqualTo("409 ticket_limit");
    }

    private Person guest(String contact) throws Exception {
        system.first.post("/api/auth/guest", json("contact", contact));
        Reply proven = system.second.post("/api/auth/guest", json("contact", contact, "code", codes.newest(contact)));
        assertThat(proven.status()).as(proven.text()).isEqualTo(200);
        return new Person(proven.text("user_id"), proven.text("access_token"));
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
