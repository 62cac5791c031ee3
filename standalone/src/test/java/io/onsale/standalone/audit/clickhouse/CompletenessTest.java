package io.onsale.standalone.audit.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.onsale.standalone.audit.AuditException;
import io.onsale.standalone.audit.AuditSettings;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** ClickHouse is played by a server that gives the next of its answers to each question. */
class CompletenessTest {

    private static final TopicPartition PARTITION = new TopicPartition("events", 0);
    private static final long CHECKSUM = CommittedEvents.checksum(0, "a") + CommittedEvents.checksum(1, "b");

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void acceptsATableThatHoldsEveryEventOnce() {
        answers.add("0\t2\t2\t" + CHECKSUM + "\n");

        assertThat(check(Duration.ofSeconds(10))).isEmpty();
        assertThat(questions.getFirst()).contains("topic = 'events' AND offset < [4][partition + 1]");
    }

    @Test
    void waitsForTheSinkToCatchUp() {
        answers.add("");
        answers.add("0\t1\t1\t" + CommittedEvents.checksum(0, "a") + "\n");
        answers.add("0\t2\t2\t" + CHECKSUM + "\n");

        assertThat(check(Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    void findsAnEventThatIsThereTwice() {
        answers.add("0\t3\t2\t" + (CHECKSUM + CommittedEvents.checksum(1, "b")) + "\n");
        answers.add("0\t1\n1\t2\n");

        assertThat(check(Duration.ZERO)).extracting(Finding::what).containsExactly("ClickHouse holds an event 2 times");
    }

    @Test
    void findsALostEventWhosePlaceAnotherTookTwice() {
        answers.add("0\t2\t1\t" + 2 * CommittedEvents.checksum(0, "a") + "\n");
        answers.add("0\t2\n");

        assertThat(check(Duration.ZERO))
                .extracting(Finding::what)
                .containsExactly("ClickHouse holds an event 2 times", "ClickHouse lacks an event");
    }

    @Test
    void findsAnEventUnderAnotherId() {
        answers.add("0\t2\t2\t" + (CHECKSUM + 1) + "\n");
        answers.add("0\t1\n1\t1\n");

        assertThat(check(Duration.ZERO))
                .extracting(Finding::what)
                .containsExactly("ClickHouse holds events of this partition under other ids");
    }

    @Test
    void saysWhatClickHouseRefused() {
        answers.add("!Code: 60. Table does not exist\nstack");

        assertThatThrownBy(() -> check(Duration.ZERO))
                .isInstanceOf(AuditException.class)
                .hasMessage("ClickHouse refused a question: Code: 60. Table does not exist");
    }

    private List<Finding> check(Duration patience) {
        CommittedEvents log = new CommittedEvents();
        log.add(new Place(PARTITION.topic(), 0, 0), "a");
        log.add(new Place(PARTITION.topic(), 0, 1), "b");
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (EventsTable table = new EventsTable(new AuditSettings.ClickHouse(url, "reader", "secret"))) {
            return new Completeness(log, Map.of(PARTITION, 4L), table).check(patience);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        questions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String answer = answers.remove();
        boolean refused = answer.startsWith("!");
        byte[] body = (refused ? answer.substring(1) : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refused ? 404 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
