package io.onsale.standalone.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.privacy.TableScan;
import io.onsale.analytics.privacy.TopicScan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class AnalyticsOfTheWholeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final WholeSystem system;

    AnalyticsOfTheWholeTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void theFunnelCountsWhatTheFansDid() {
        Show show = system.show(5);
        Person holder = system.fan();
        visits(system.first, holder, show, "visit", "browse", "event_detail", "seat_selection");
        visits(system.second, system.fan(), show, "visit", "browse", "event_detail", "seat_selection");
        visits(system.first, system.fan(), show, "visit", "browse", "event_detail");
        visits(system.second, system.fan(), show, "visit", "event_detail", "seat_selection");
        visits(system.first, system.fan(), show, "visit", "browse");
        assertThat(system.second.hold(holder, show, "A-1-1").status()).isEqualTo(201);

        String funnel = "/api/analytics/funnel?event_id=" + show.eventId();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(steps(system.second.get(funnel, system.organizer)))
                        .isEqualTo("visit 4, browse 3, event_detail 3, seat_selection 2, held 1"));
        assertThat(system.first.get(funnel, system.second.organizer()).summary())
                .isEqualTo("403 not_your_event");
        assertThat(system.first.get(funnel, holder).status()).isEqualTo(403);
        assertThat(system.first.get(funnel).status()).isEqualTo(401);
    }

    /** Steps a second apart that ended before now, so that a hold comes after them; gives the session that took them. */
    private static String visits(EdgeApi edge, Person fan, Show show, String... steps) {
        String session = UUID.randomUUID().toString();
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("session_id", session).put("device", "phone");
        ArrayNode events = body.putArray("events");
        Instant at = Instant.now().minusSeconds(10);
        for (String step : steps) {
            at = at.plusSeconds(1);
            ObjectNode event = events.addObject().put("type", step).put("at", at.toString());
            if (!step.equals("visit") && !step.equals("browse")) {
                event.put("event_id", show.eventId());
            }
        }
        Reply reply = edge.post("/api/telemetry", body.toString(), EdgeApi.bearer(fan));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return session;
    }

    private static String steps(Reply funnel) {
        return StreamSupport.stream(funnel.body().path("steps").spliterator(), false)
                .map(step ->
                        step.path("step").asText() + " " + step.path("people").asLong())
                .collect(joining(", "));
    }

    @Test
    void nobodysNameEmailPhonePasswordOrSessionIsInAnyTopicOrTable() {
        String who = UUID.randomUUID().toString();
        String email = "julia." + who + "@example.com";
        String name = "Julia " + who.substring(0, 18);
        String phone = "+8210" + Math.floorMod(who.hashCode(), 1_000_000_000);
        String password = "secret of " + who;
        Person fan = signsUp(email, name, phone, password);
        String newName = "Juliet " + who.substring(0, 18);
        String newPhone = "+8211" + Math.floorMod(who.hashCode(), 1_000_000_000);
        tellsAnew(fan, newName, newPhone);
        String newPassword = "another secret of " + who;
        String code = setsAnew(email, newPassword);
        Show show = system.show(2);
        Reply held = system.second.hold(fan, show, "A-1-1");
        assertThat(held.status()).isEqualTo(201);
        String session = visits(system.first, fan, show, "visit", "browse", "event_detail");

        List<String> secrets =
                List.of(email, name, phone, password, session, fan.token(), newName, newPhone, newPassword, code);
        assertThat(TopicScan.scan(system.standalone.endpoints().kafka(), system.serdes(), secrets))
                .isEmpty();
        assertThat(system.audit().clean()).isTrue(); // ClickHouse has everything by now.
        try (ClickHouseClient clickHouse = system.clickHouse()) {
            List<String> alsoNotTheId =
                    Stream.concat(secrets.stream(), Stream.of(fan.id())).toList();
            assertThat(TableScan.scan(clickHouse, alsoNotTheId)).isEmpty();
            String holds = "SELECT count() FROM onsale.holds WHERE event_id = {event:String}";
            assertThat(clickHouse.query(holds, Map.of("event", show.eventId()), "TabSeparated"))
                    .isEqualToIgnoringNewLines("1");
        }
    }

    private Person signsUp(String email, String name, String phone, String password) {
        JsonNode body = JsonNodeFactory.instance
                .objectNode()
                .put("email", email)
                .put("name", name)
                .put("phone", phone)
                .put("password", password);
        Reply reply = system.first.post("/api/auth/signup", body.toString());
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return new Person(reply.text("user_id"), reply.text("access_token"));
    }

    private void tellsAnew(Person fan, String name, String phone) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("phone", phone)
                .toString();
        assertThat(system.first
                        .send("PATCH", "/api/me", body, EdgeApi.bearer(fan))
                        .status())
                .isEqualTo(200);
    }

    /** The code by which the password was set. */
    private String setsAnew(String email, String password) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("email", email);
        system.first.post("/api/auth/password/forgot", body.toString());
        String code = SentCodes.of(system).newest(email);
        body.put("code", code).put("password", password);
        Reply reset = system.first.post("/api/auth/password/reset", body.toString());
        assertThat(reset.status()).as(reset.text()).isEqualTo(200);
        return code;
    }
}
