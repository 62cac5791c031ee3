package io.onsale.payments.simulator;

import io.onsale.payments.simulator.gateway.Behaviour;
import io.onsale.payments.simulator.gateway.WebhookTarget;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the simulated companies are run.
 *
 * @param journal the file in which they keep what happened
 * @param key the login of their customer
 * @param webhooks where webhooks go; nowhere where that is not set
 */
public record SimulatorSettings(Path journal, String key, Optional<WebhookTarget> webhooks, Behaviour behaviour) {

    /** Settings with what has no default. */
    public static SimulatorSettings of(Path journal, String key) {
        return new SimulatorSettings(journal, key, Optional.empty(), Behaviour.USUAL);
    }

    public SimulatorSettings withWebhooks(String url, String secret) {
        return new SimulatorSettings(journal, key, Optional.of(new WebhookTarget(url, secret)), behaviour);
    }

    public SimulatorSettings withBehaviour(Behaviour other) {
        return new SimulatorSettings(journal, key, webhooks, other);
    }

    /** Shows no login. */
    @Override
    public String toString() {
        return "SimulatorSettings[journal=" + journal + ", webhooks=" + webhooks + ", behaviour=" + behaviour + "]";
    }
}
