package io.onsale.standalone.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.payments.simulator.SimulatorMain;
import io.onsale.schemas.privacy.WebhookSignature;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.child.ChildCommand;
import io.onsale.standalone.child.ChildEndedException;
import io.onsale.standalone.child.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.slf4j.Logger;

/** Starts the child process with the simulated companies. */
final class GatewayLauncher {

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final List<Class<?>> NEEDED = List.of(
            WebhookSignature.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonInclude.class,
            Logger.class,
            NullMarked.class);

    private GatewayLauncher() {}

    /** Returns when the child answers requests at this port; 0 for a free one. */
    static ChildJvm launch(GatewayOptions options, int port) {
        ChildJvm child = ChildJvm.launch(
                Gateway.NAME, command(options, port).redirectErrorStream(true), Map.of(), STOP_PATIENCE);
        try {
            child.awaitPort(List.of(options.login(), options.webhooks(), options.secret()), START_PATIENCE);
            return child;
        } catch (ChildEndedException e) {
            throw new ToldToUser(
                    "the simulated gateway did not start on port " + port + " with " + options.data()
                            + "; the log says why",
                    e);
        }
    }

    private static ProcessBuilder command(GatewayOptions options, int port) {
        String journal = options.data().resolve("journal.jsonl").toString();
        return new ProcessBuilder(ChildCommand.of(
                SimulatorMain.class, List.of("-Xmx96m"), NEEDED, List.of(journal, String.valueOf(port))));
    }
}
