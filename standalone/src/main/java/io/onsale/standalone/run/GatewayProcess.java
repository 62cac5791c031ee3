package io.onsale.standalone.run;

import com.sun.net.httpserver.HttpServer;
import io.onsale.payments.simulator.SimulatorSettings;
import io.onsale.payments.simulator.Simulators;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process with the simulated companies: a payment gateway, a provider of messages and one of identities. */
public final class GatewayProcess implements AutoCloseable {

    private final Simulators simulators;

    private GatewayProcess(Simulators simulators) {
        this.simulators = simulators;
    }

    public static GatewayProcess start(Environment environment) {
        Listening listening = Listening.from(environment);
        Path journal = Path.of(environment.text(Variable.ONSALE_STATE_DIR)).resolve("gateway/journal.jsonl");
        SimulatorSettings settings = SimulatorSettings.of(journal, environment.text(Variable.ONSALE_GATEWAY_KEY))
                .withWebhooks(
                        environment.text(Variable.ONSALE_WEBHOOK_URL),
                        environment.text(Variable.ONSALE_GATEWAY_SECRET));
        environment.check();
        HttpServer server = bind(listening);
        HealthServer.addTo(server, List::of);
        return new GatewayProcess(Simulators.start(settings, server));
    }

    private static HttpServer bind(Listening listening) {
        try {
            return Simulators.bind(listening.address(), listening.port());
        } catch (IOException e) {
            throw HealthServer.cannotListen(listening.address(), listening.port(), e);
        }
    }

    public int port() {
        return simulators.port();
    }

    @Override
    public void close() {
        simulators.close();
    }
}
