package io.onsale.standalone.run;

import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.registry.RegistryServerSettings;
import io.onsale.standalone.registry.SchemaRegistryServer;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A process that serves the schema registry. */
public final class RegistryProcess implements AutoCloseable {

    private final SchemaRegistryServer server;

    private RegistryProcess(SchemaRegistryServer server) {
        this.server = server;
    }

    public static RegistryProcess start(Environment environment) {
        String brokers = environment.text(Variable.KAFKA_BOOTSTRAP_SERVERS);
        Listening listening = Listening.from(environment);
        int replication = environment.number(Variable.ONSALE_REPLICATION, 1, 100);
        environment.check();
        return new RegistryProcess(SchemaRegistryServer.start(
                new RegistryServerSettings(brokers, address(listening), listening.port(), replication)));
    }

    private static InetAddress address(Listening listening) {
        try {
            return InetAddress.getByName(listening.address());
        } catch (UnknownHostException e) {
            throw new ToldToUser("ONSALE_BIND is not an address: " + listening.address(), e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
