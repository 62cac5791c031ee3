package io.onsale.standalone.system;

import io.onsale.standalone.Standalone;
import io.onsale.standalone.StandaloneSettings;
import io.onsale.standalone.StandaloneSettings.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A system with two edges in a process of its own that is there to be killed; it trusts the crowd's issuer. */
final class ChaosMain {

    private ChaosMain() {}

    /** The data folder, the ports of both edges, Kafka, the registry and ClickHouse, the issuer's name and its public key. */
    public static void main(String[] arguments) throws InterruptedException {
        Ports ports = new Ports(port(arguments[1]), port(arguments[3]), port(arguments[4]), port(arguments[5]), 0);
        StandaloneSettings settings = new StandaloneSettings(
                Path.of(arguments[0]), ports, Map.of(arguments[6], arguments[7]), Optional.empty());
        Standalone system = Standalone.start(settings, System.err::println);
        system.addEdge(port(arguments[2]));
        system.endpoints().noteIn(settings.data());
        new CountDownLatch(1).await();
    }

    private static int port(String text) {
        return Integer.parseInt(text);
    }
}
