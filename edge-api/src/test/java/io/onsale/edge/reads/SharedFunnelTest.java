package io.onsale.edge.reads;

import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.section;
import static io.onsale.edge.views.Given.state;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onsale.edge.reads.RunningReads.Answer;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedFunnelTest {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(200);
    private final HttpServer clickHouse;
    private final ClickHouseReader reader;
    private final SharedFunnel funnel;

    SharedFunnelTest() throws IOException {
        clickHouse = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        clickHouse.createContext("/", this::answer);
        clickHouse.start();
        reader = new ClickHouseReader(
                URI.create("http://127.0.0.1:" + clickHouse.getAddress().getPort()), "reader", "word");
        funnel = new SharedFunnel(new Funnel(reader), MOMENT);
    }

    @AfterEach
    void close() {
        reader.close();
        clickHouse.stop(0);
    }

    @Test
    void asksOnceForAllWhoAskWithinAMoment() throws Exception {
        Object first = funnel.of("event-1", NOON);
        assertThat(funnel.of("event-1", NOON.plusMillis(1_900))).isEqualTo(first);
        assertThat(asked).hasValue(1);

        funnel.of("event-1", NOON.plusMillis(2_100));
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAnewForAnotherEvent() throws Exception {
        assertThat(funnel.of("event-1", NOON)).containsEntry("event_id", "event-1");
        assertThat(funnel.of("event-2", NOON)).containsEntry("event_id", "event-2");
        assertThat(asked).hasValue(2);
    }

    @Test
    void doesNotPressADatabaseThatIsAway() {
        status.set(500);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> funnel.of("event-1", NOON)).isInstanceOf(AnalyticsAwayException.class);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void isThereForAnyoneButOnlyWhileSomethingIsOnSale() throws Exception {
        try (RunningReads reads = new RunningReads(Optional.of(reader), Clock.fixed(NOON, ZoneOffset.UTC))) {
            assertThat(reads.get("/api/showcase/funnel").code()).isEqualTo("nothing_on_sale");
            EventDefinition hall = definition(section("A", "VIP", 150_000, 1, 1));
            reads.views().catalogue().apply("event-1", state(EventStatus.PUBLISHED, hall, 1));
            reads.views().inventory().apply("event-1", opened(1, hall));

            Answer answer = reads.get("/api/showcase/funnel");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("steps").get(0).path("people").asInt())
                    .isEqualTo(120);
            assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=2");
        }
    }

    @Test
    void isForNobodyWhereItIsNotToBePublic() throws Exception {
        try (RunningReads reads = new RunningReads(Optional.of(reader), false, Clock.fixed(NOON, ZoneOffset.UTC))) {
            EventDefinition hall = definition(section("A", "VIP", 150_000, 1, 1));
            reads.views().catalogue().apply("event-1", state(EventStatus.PUBLISHED, hall, 1));
            reads.views().inventory().apply("event-1", opened(1, hall));

            assertThat(reads.get("/api/showcase").status()).isEqualTo(200);
            assertThat(reads.get("/api/showcase/funnel").code()).isEqualTo("not_shown");
            assertThat(asked).hasValue(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sql = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (!sql.contains("freshness")) {
            asked.incrementAndGet();
        }
        byte[] body = """
                {"data": [{"step": "visit", "people": "120"}]}""".getBytes(UTF_8);
        exchange.sendResponseHeaders(status.get(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
