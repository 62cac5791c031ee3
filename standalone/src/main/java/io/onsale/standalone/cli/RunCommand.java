package io.onsale.standalone.cli;

import io.onsale.standalone.Keys;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.run.EdgeProcess;
import io.onsale.standalone.run.Environment;
import io.onsale.standalone.run.GatewayProcess;
import io.onsale.standalone.run.MessagesProcess;
import io.onsale.standalone.run.PaymentsProcess;
import io.onsale.standalone.run.RegistryProcess;
import io.onsale.standalone.run.SinkProcess;
import io.onsale.standalone.run.TopologyProcess;
import io.onsale.standalone.run.Variable;
import io.onsale.topologies.AllTopologies;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./onsale run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "PROCESS",
        description = "Runs one production process, configured by environment; run variables lists what it reads.")
final class RunCommand implements Runnable {

    @Override
    public void run() {
        throw new ToldToUser("which process? edge, topology NAME, payments, messages, sink, registry or gateway");
    }

    @Command(name = "edge", mixinStandardHelpOptions = true, description = "Runs an edge.")
    int edge() throws InterruptedException {
        return untilStopped(EdgeProcess.start(environment()));
    }

    @Command(name = "topology", mixinStandardHelpOptions = true, description = "Runs a topology.")
    int topology(@Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        if (!AllTopologies.names().contains(name)) {
            throw new ToldToUser(
                    "there is no topology " + name + "; there are " + String.join(", ", AllTopologies.names()));
        }
        return untilStopped(TopologyProcess.start(name, environment()));
    }

    @Command(name = "payments", mixinStandardHelpOptions = true, description = "Calls the payment gateway.")
    int payments() throws InterruptedException {
        return untilStopped(PaymentsProcess.start(environment()));
    }

    @Command(name = "messages", mixinStandardHelpOptions = true, description = "Sends people messages.")
    int messages() throws InterruptedException {
        return untilStopped(MessagesProcess.start(environment()));
    }

    @Command(
            name = "gateway",
            mixinStandardHelpOptions = true,
            description = "Simulates a payment gateway, a provider of messages and one of identities.")
    int gateway() throws InterruptedException {
        return untilStopped(GatewayProcess.start(environment()));
    }

    @Command(name = "sink", mixinStandardHelpOptions = true, description = "Runs the analytics sink.")
    int sink() throws InterruptedException {
        return untilStopped(SinkProcess.start(environment()));
    }

    @Command(name = "registry", mixinStandardHelpOptions = true, description = "Serves a schema registry.")
    int registry() throws InterruptedException {
        return untilStopped(RegistryProcess.start(environment()));
    }

    @Command(
            name = "variables",
            mixinStandardHelpOptions = true,
            description = "Lists the variables that processes read.")
    int variables() {
        for (Variable variable : Variable.values()) {
            String usual = variable.fallback()
                    .map(value -> " (default: " + value + ")")
                    .orElse("");
            System.out.printf("%-28s %s%s%n", variable, variable.meaning(), usual);
        }
        return 0;
    }

    @Command(
            name = "new-token-key",
            mixinStandardHelpOptions = true,
            description = "Prints a fresh key for ONSALE_TOKEN_KEY.")
    int newTokenKey() {
        System.out.println(Keys.newTokenKey().toJSONString());
        return 0;
    }

    private static Environment environment() {
        return new Environment(System.getenv());
    }

    /** Waits for SIGTERM, and lets the process end what it has begun. */
    private static int untilStopped(AutoCloseable process) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(process), "stop"));
        new CountDownLatch(1).await();
        return 0;
    }

    private static void close(AutoCloseable process) {
        try {
            process.close();
        } catch (Exception e) {
            throw new IllegalStateException("did not stop cleanly", e);
        }
    }
}
