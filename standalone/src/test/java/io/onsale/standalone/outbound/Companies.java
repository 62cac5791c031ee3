package io.onsale.standalone.outbound;

import io.onsale.messages.simulated.SimulatedProvider;
import io.onsale.payments.simulated.SimulatedGateway;
import io.onsale.payments.simulator.SimulatorSettings;
import io.onsale.payments.simulator.Simulators;
import io.onsale.payments.simulator.gateway.Behaviour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** The simulated companies behind one port, which go away and come back with all that they knew. */
final class Companies implements AutoCloseable {

    private static final String LOGIN = "login";
    private static final String HOST = "127.0.0.1";

    private final SimulatorSettings settings;
    private final int port;
    private Simulators running;

    Companies(Path folder) {
        settings = SimulatorSettings.of(folder.resolve("journal.jsonl"), LOGIN)
                .withBehaviour(Behaviour.USUAL.withTimes(Duration.ofSeconds(30), Duration.ofMillis(100)));
        running = open(0);
        port = running.port();
    }

    private Simulators open(int where) {
        try {
            return Simulators.start(settings, Simulators.bind(HOST, where));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody answers any more. */
    void goAway() {
        running.close();
    }

    /** Back where they were. */
    void comeBack() {
        running = open(port);
    }

    SimulatedGateway gateway(Duration patience) {
        return new SimulatedGateway(url(), LOGIN, patience);
    }

    SimulatedProvider provider() {
        return new SimulatedProvider(url(), LOGIN);
    }

    private URI url() {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** The messages that somebody was sent, as the provider has them. */
    String messagesTo(String recipient) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url().resolve("/v1/messages?to=" + recipient))
                .header("Authorization", "Bearer " + LOGIN)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
