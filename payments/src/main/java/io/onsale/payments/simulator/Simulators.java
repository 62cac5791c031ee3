package io.onsale.payments.simulator;

import com.sun.net.httpserver.HttpServer;
import io.onsale.payments.simulator.api.Api;
import io.onsale.payments.simulator.gateway.GatewayCompany;
import io.onsale.payments.simulator.gateway.Unfinished;
import io.onsale.payments.simulator.identities.IdentityCompany;
import io.onsale.payments.simulator.journal.Journal;
import io.onsale.payments.simulator.messages.MessageCompany;
import io.onsale.payments.simulator.work.Later;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The simulated companies, open for business. */
public final class Simulators implements AutoCloseable {

    private static final int BACKLOG = 1_024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Later later;
    private final GatewayCompany gateway;
    private final Journal journal;

    private Simulators(SimulatorSettings settings, HttpServer server) {
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        this.later = new Later();
        Unfinished unfinished = new Unfinished();
        this.journal = Journal.open(settings.journal(), unfinished::replay);
        this.gateway = new GatewayCompany(journal, settings.webhooks(), settings.behaviour(), later, unfinished);
        Api api = new Api(
                settings.key(),
                Map.of(
                        "payments", gateway,
                        "messages", new MessageCompany(journal),
                        "identities", new IdentityCompany(journal)));
        api.serve(server);
        server.setExecutor(threads);
        server.start();
    }

    /** A server that has its port, so that a busy one is told before anything is opened. */
    public static HttpServer bind(String address, int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
    }

    /** Opens on a server that is bound and not started. */
    public static Simulators start(SimulatorSettings settings, HttpServer server) {
        return new Simulators(settings, server);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Ends what is being answered; what is still to be told is told after the next start. */
    @Override
    public void close() {
        later.close();
        server.stop(1);
        threads.shutdownNow();
        gateway.close();
        journal.close();
    }
}
