package io.onsale.standalone.run;

import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.standalone.RunningTopologies;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.RunnerSettings;
import java.nio.file.Path;
import java.util.List;

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

    public static TopologyProcess start(DeciderTopology<?, ?, ?, ?, ?, ?> topology, Environment environment) {
        Log log = Log.from(environment);
        Listening listening = Listening.from(environment);
        String instance = environment.instance();
        RunnerSettings settings = new RunnerSettings(
                log.brokers(),
                Path.of(environment.text(Variable.ONSALE_STATE_DIR))
                        .resolve(topology.io().name())
                        .resolve(instance),
                instance,
                environment.number(Variable.ONSALE_THREADS, 1, 64),
                0,
                log.replication(),
                RunnerSettings.COMMIT_INTERVAL);
        environment.check();
        log.makeTopics();
        SchemaRegistryClient registry = log.registryClient();
        RunningTopologies running = RunningTopologies.start(List.of(topology), settings, log.serdes(registry));
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
