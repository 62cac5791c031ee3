package io.onsale.standalone.run;

import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.standalone.RunningTopologies;
import io.onsale.topologies.AllTopologies;
import io.onsale.topologies.kit.RunnerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process that runs one topology. */
public final class TopologyProcess implements AutoCloseable {

    private final SchemaRegistryClient registry;
    private final RunningTopologies running;
    private final HealthServer health;

    private TopologyProcess(SchemaRegistryClient registry, RunningTopologies running, HealthServer health) {
        this.registry = registry;
        this.running = running;
        this.health = health;
    }

    public static TopologyProcess start(String name, Environment environment) {
        Log log = Log.from(environment);
        Listening listening = Listening.from(environment);
        String instance = environment.instance();
        RunnerSettings settings = new RunnerSettings(
                log.brokers(),
                Path.of(environment.text(Variable.ONSALE_STATE_DIR))
                        .resolve(name)
                        .resolve(instance),
                instance,
                environment.number(Variable.ONSALE_THREADS, 1, 64),
                0,
                log.replication(),
                RunnerSettings.COMMIT_INTERVAL);
        Optional<ProcessKey> key = environment.parsed(Variable.ONSALE_PROCESS_KEY, ProcessKey::fromBase64);
        environment.check();
        log.makeTopics();
        ForgottenOffsets.refuseTopology(log.brokers(), name);
        SchemaRegistryClient registry = log.registryClient();
        RunningTopologies running = RunningTopologies.start(
                List.of(AllTopologies.named(name, key.orElseThrow())), settings, log.serdes(registry));
        return new TopologyProcess(
                registry, running, HealthServer.start(listening.address(), listening.port(), running::troubles));
    }

    @Override
    public void close() {
        health.close();
        running.close();
        registry.close();
    }
}
