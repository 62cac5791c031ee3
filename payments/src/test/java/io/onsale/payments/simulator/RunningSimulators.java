package io.onsale.payments.simulator;

import com.sun.net.httpserver.HttpServer;
import io.onsale.payments.gateway.Authorisation;
import io.onsale.payments.gateway.Money;
import io.onsale.payments.simulated.SimulatedGateway;
import io.onsale.payments.simulator.gateway.Behaviour;
import io.onsale.schemas.privacy.WebhookSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The simulated companies with a short temper, a customer of theirs, and somebody who takes their webhooks. */
public final class RunningSimulators implements AutoCloseable {

    public static final String KEY = "login";
    static final String SECRET = "secret";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    /** A webhook that came. */
    record Webhook(String header, String body) {}

    final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
    volatile int acknowledgement = 204;
    private final HttpServer receiver;
    private final Path journal;
    private final HttpClient client = HttpClient.newHttpClient();
    private Behaviour behaviour = new Behaviour(
            Duration.ofSeconds(5),
            Duration.ofMillis(150),
            0,
            Duration.ofMillis(1),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            false);
    private Simulators running;
    private SimulatedGateway gateway;

    public RunningSimulators(Path folder) {
        this.journal = folder.resolve("journal.jsonl");
        try {
            receiver = Simulators.bind("127.0.0.1", 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            webhooks.add(new Webhook(exchange.getRequestHeaders().getFirst(WebhookSignature.HEADER), body));
            exchange.sendResponseHeaders(acknowledgement, -1);
            exchange.close();
        });
        receiver.start();
        running = open(0);
        gateway = connect();
    }

    private Simulators open(int port) {
        String target = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
        try {
            return Simulators.start(
                    SimulatorSettings.of(journal, KEY)
                            .withWebhooks(target, SECRET)
                            .withBehaviour(behaviour),
                    Simulators.bind("127.0.0.1", port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SimulatedGateway connect() {
        return new SimulatedGateway(url(), KEY, PATIENCE);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + running.port());
    }

    public SimulatedGateway gateway() {
        return gateway;
    }

    /** As after a kill and a new start, on the same port. */
    public void restart() {
        int port = running.port();
        running.close();
        running = open(port);
    }

    void restart(Behaviour other) {
        behaviour = other;
        restart();
    }

    Behaviour behaviour() {
        return behaviour;
    }

    static Authorisation card(String reference, String token) {
        return new Authorisation(reference, 1, won(1_000), new Authorisation.Card(token), LATER);
    }

    static Authorisation transfer(String reference) {
        return new Authorisation(reference, 1, won(1_000), new Authorisation.BankTransfer(), LATER);
    }

    static Money won(long amount) {
        return new Money(amount, "KRW");
    }

    HttpResponse<String> post(String path, String body, String idempotencyKey) {
        return send(request(path)
                .header("Authorization", "Bearer " + KEY)
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Authorization", "Bearer " + KEY).build());
    }

    HttpResponse<String> getAs(String login, String path) {
        return send(request(path).header("Authorization", login).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url().resolve(path)).timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        running.close();
        receiver.stop(0);
        client.shutdownNow();
    }
}
