package io.onsale.edge.reads;

import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.section;
import static io.onsale.edge.views.Given.state;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onsale.edge.reads.RunningReads.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FunnelRoutesTest {
    private static final String PATH = "/api/analytics/funnel?event_id=event-1";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer clickHouse;
    private final ClickHouseReader reader;
    private final RunningReads reads;

    FunnelRoutesTest() throws IOException {
        clickHouse = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        clickHouse.createContext("/", this::answer);
        clickHouse.start();
        URI url = URI.create("http://127.0.0.1:" + clickHouse.getAddress().getPort());
        reader = new ClickHouseReader(url, "reader", "word");
        reads = new RunningReads(Optional.of(reader), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @BeforeEach
    void publish() {
        reads.views()
                .catalogue()
                .apply("event-1", state(EventStatus.PUBLISHED, definition(section("A", "VIP", 1, 1, 1)), 1));
    }

    @AfterEach
    void close() {
        reads.close();
        reader.close();
        clickHouse.stop(0);
    }

    @Test
    void showsTheOrganizerHowFarPeopleCome() throws Exception {
        Answer answer = reads.as(organizer(), PATH + "&from=2026-12-01T00:00:00Z");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("steps").findValuesAsText("step")).containsExactly("visit", "held");
        assertThat(answer.json().path("steps").get(1).path("people").asInt()).isEqualTo(30);
        assertThat(answer.json().path("steps").get(1).path("conversion").asDouble())
                .isEqualTo(0.25);
        assertThat(answer.json().path("freshness_seconds").asDouble()).isEqualTo(1.5);
        assertThat(asked.getFirst())
                .contains("param_event_id=event-1", "param_from_at=2026-12-01+00%3A00%3A00.000", "onsale.funnel(");
    }

    @Test
    void groupsByADimension() throws Exception {
        Answer answer = reads.as(reads.token("analyst-1", Role.ANALYST), PATH + "&by=device");

        assertThat(answer.json().path("groups").findValuesAsText("value")).containsExactly("mobile", "web");
        assertThat(answer.json().path("groups").get(0).path("steps")).hasSize(1);
        assertThat(asked.getFirst()).contains("param_by=device", "onsale.funnel_by(");
    }

    @Test
    void isNotForFansNorForOtherOrganizers() throws Exception {
        assertThat(reads.get(PATH).status()).isEqualTo(401);
        assertThat(reads.as(reads.token("fan-1", Role.FAN), PATH).status()).isEqualTo(403);
        assertThat(reads.as(reads.token("organizer-2", Role.ORGANIZER), PATH).status())
                .isEqualTo(403);
        assertThat(reads.as(organizer(), "/api/analytics/funnel?event_id=other").status())
                .isEqualTo(404);
        assertThat(reads.as(organizer(), PATH + "&by=shoe_size").status()).isEqualTo(400);
        assertThat(asked).isEmpty();
    }

    @Test
    void saysSoWhenTheDatabaseIsAwayAndOtherReadsGoOn() throws Exception {
        clickHouse.stop(0);

        Answer answer = reads.as(organizer(), PATH);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("analytics_away");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(reads.get("/api/events/event-1").status()).isEqualTo(200);
    }

    private String organizer() {
        return reads.token("organizer-1", Role.ORGANIZER);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sql = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add(exchange.getRequestURI().getRawQuery() + " " + sql);
        String rows;
        if (sql.contains("freshness")) {
            rows = "{\"at\": \"%d\"}".formatted(NOON.toEpochMilli() - 1_500);
        } else if (sql.contains("funnel_by")) {
            rows = """
                    {"value": "mobile", "step": "visit", "people": "7"}, {"value": "web", "step": "visit", "people": "3"}""";
        } else {
            rows = """
                    {"step": "visit", "people": "120"}, {"step": "held", "people": "30"}""";
        }
        byte[] body = ("{\"data\": [" + rows + "]}").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
