package io.onsale.standalone.run;

import io.onsale.messages.MessagesWorker;
import io.onsale.messages.simulated.SimulatedProvider;
import io.onsale.outbound.WorkerSettings;
import io.onsale.schemas.Topics;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.registry.SchemaRegistryClient;
import java.util.Optional;

/** A process that sends people messages. */
public final class MessagesProcess implements AutoCloseable {

    private final SchemaRegistryClient registry;
    private final SimulatedProvider provider;
    private final MessagesWorker worker;
    private final HealthServer health;

    private MessagesProcess(
            SchemaRegistryClient registry, SimulatedProvider provider, MessagesWorker worker, HealthServer health) {
        this.registry = registry;
        this.provider = provider;
        this.worker = worker;
        this.health = health;
    }

    public static MessagesProcess start(Environment environment) {
        Log log = Log.from(environment);
        Listening listening = Listening.from(environment);
        CompanyVariables company = CompanyVariables.from(environment);
        Optional<ProcessKey> key = environment.parsed(Variable.ONSALE_PROCESS_KEY, ProcessKey::fromBase64);
        WorkerSettings settings =
                WorkerSettings.of(log.brokers(), MessagesWorker.GROUP).withInstance(environment.instance());
        environment.check();
        log.makeTopics();
        ForgottenOffsets.refuseWorker(log.brokers(), MessagesWorker.GROUP, Topics.MESSAGE_COMMANDS);
        SchemaRegistryClient registry = log.registryClient();
        SimulatedProvider provider = new SimulatedProvider(company.url(), company.key());
        MessagesWorker worker = MessagesWorker.start(settings, log.serdes(registry), key.orElseThrow(), provider);
        return new MessagesProcess(
                registry,
                provider,
                worker,
                HealthServer.start(listening.address(), listening.port(), worker::troubles));
    }

    @Override
    public void close() {
        health.close();
        worker.close();
        provider.close();
        registry.close();
    }
}
