package io.onsale.edge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.WebServer;
import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.Topic;
import io.onsale.schemas.payments.CheckPayment;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.WebhookSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentRoutesTest {

    private static final String BODY =
            "{\"payment_id\":\"pay_1\",\"reference\":\"e1/e1.o1\",\"amount\":1,\"status\":\"captured\"}";

    private final ToldLog log = new ToldLog();
    private final WebhookSignature signature = new WebhookSignature("secret");
    private final WebServer server = server(Optional.of("secret"));
    private final int port = server.start();
    private final HttpClient client = HttpClient.newHttpClient();

    private WebServer server(Optional<String> secret) {
        return server(secret, Clock.systemUTC(), Clock.systemUTC());
    }

    private WebServer server(Optional<String> secret, Clock brokers, Clock host) {
        PaymentRoutes routes = new PaymentRoutes(log, ProcessKey.generate(), secret, brokers, host);
        return new WebServer("127.0.0.1", 0, Duration.ofSeconds(10), List.of(routes));
    }

    @AfterEach
    void stop() {
        // The client first: a server waits a second for connections that might still be used.
        client.close();
        server.close();
    }

    @Test
    void aSignedWebhookMakesPaymentsReadThePaymentAndNothingElse() throws Exception {
        assertThat(post(BODY, signed(BODY, Instant.now())).statusCode()).isEqualTo(204);

        assertThat(log.keys).containsExactly("e1");
        assertThat(checks()).containsExactly(new CheckPayment("e1.o1", "pay_1"));
    }

    @Test
    void aReplayAsksForTheSameReadingAgain() throws Exception {
        String header = signed(BODY, Instant.now());
        post(BODY, header);

        assertThat(post(BODY, header).statusCode()).isEqualTo(204);
        assertThat(checks()).hasSize(2).containsOnly(new CheckPayment("e1.o1", "pay_1"));
    }

    @Test
    void nobodyIsBelievedWithoutATrueAndRecentSignature() throws Exception {
        Instant now = Instant.now();
        String altered = BODY.replace("pay_1", "pay_2");

        assertForged(post(BODY, ""));
        assertForged(post(BODY, "t=1,v1=00"));
        assertForged(post(BODY, new WebhookSignature("guess").sign(bytes(BODY), now)));
        assertForged(post(altered, signed(BODY, now)));
        assertForged(post(BODY, signed(BODY, now.minus(Duration.ofMinutes(6)))));
        assertForged(post(BODY, signed(BODY, now.plus(Duration.ofMinutes(6)))));
        assertThat(log.commands).isEmpty();
    }

    @Test
    void aRecentSignatureIsRecentByTheHostsClockOrTheBrokers() throws Exception {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        Optional<String> secret = Optional.of("secret");
        try (WebServer host = server(secret, Clock.systemUTC(), ahead);
                WebServer brokers = server(secret, ahead, Clock.systemUTC());
                WebServer both = server(secret, ahead, ahead)) {
            assertThat(post(host.start(), BODY, signed(BODY, Instant.now())).statusCode())
                    .isEqualTo(204);
            assertThat(post(brokers.start(), BODY, signed(BODY, Instant.now())).statusCode())
                    .isEqualTo(204);
            assertForged(post(both.start(), BODY, signed(BODY, Instant.now())));
        }
    }

    @Test
    void nobodyIsBelievedWhereNoSecretIsSet() throws Exception {
        try (WebServer closed = server(Optional.empty())) {
            int at = closed.start();
            assertForged(post(at, BODY, signed(BODY, Instant.now())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"somebody-elses", "e1/e2.o1", "e1/", "/e1.o1", "e1/e1.o1/x", "e 1/e 1.o1"})
    void aPaymentThatIsNoneOfOursIsAcknowledgedAndIgnored(String reference) throws Exception {
        String body = BODY.replace("e1/e1.o1", reference);

        assertThat(post(body, signed(body, Instant.now())).statusCode()).isEqualTo(204);
        assertThat(log.commands).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{}", "{\"payment_id\":1,\"reference\":\"e1/e1.o1\"}", "{\"payment_id\":\"p\"}"})
    void aSignedBodyIsCheckedAllTheSame(String body) throws Exception {
        assertThat(post(body, signed(body, Instant.now())).statusCode()).isEqualTo(400);
        assertThat(log.commands).isEmpty();
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedBeforeItsSignatureIsComputed() throws Exception {
        String body = "x".repeat(64 * 1024 + 1);

        assertThat(post(body, signed(body, Instant.now())).statusCode()).isEqualTo(413);
    }

    private List<SpecificRecord> checks() {
        return log.commands.stream()
                .map(command -> (SpecificRecord) ((PaymentCommand) command).getBody())
                .toList();
    }

    private static void assertForged(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"bad_signature\"");
    }

    private String signed(String body, Instant at) {
        return signature.sign(bytes(body), at);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String body, String header) throws IOException, InterruptedException {
        return post(port, body, header);
    }

    private HttpResponse<String> post(int at, String body, String header) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + at + "/api/payments/webhook"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!header.isEmpty()) {
            request.header(WebhookSignature.HEADER, header);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Remembers what it was told. */
    private static final class ToldLog implements CommandLog {

        final List<String> keys = new CopyOnWriteArrayList<>();
        final List<SpecificRecord> commands = new CopyOnWriteArrayList<>();

        @Override
        public <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> ask(
                Exchange<C, R> exchange, String key, String commandId, C command) {
            throw new UnsupportedOperationException("nobody answers a webhook");
        }

        @Override
        public <C extends SpecificRecord> CompletableFuture<Void> tell(Topic<C> topic, String key, C command) {
            keys.add(key);
            commands.add(command);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> remove(Topic<?> topic, String key) {
            throw new UnsupportedOperationException("a webhook removes nothing");
        }
    }
}
