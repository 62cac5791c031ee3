package io.onsale.standalone;

import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.QuarantineList;
import io.onsale.topologies.kit.RunnerSettings;
import io.onsale.topologies.kit.TopologyAssembly;
import io.onsale.topologies.kit.TopologyRunner;
import java.util.ArrayList;
import java.util.List;

/** Some of the topologies, each a Kafka Streams application of its own. */
public final class RunningTopologies implements AutoCloseable {

    private final QuarantineList quarantine;
    private final List<TopologyRunner> runners = new ArrayList<>();

    private RunningTopologies(QuarantineList quarantine) {
        this.quarantine = quarantine;
    }

    /** Starts these topologies and returns at once; {@link #ready} says when they work. */
    public static RunningTopologies start(
            List<DeciderTopology<?, ?, ?, ?, ?, ?>> definitions, RunnerSettings settings, AvroSerdes serdes) {
        RunningTopologies running = new RunningTopologies(QuarantineList.open(settings.bootstrapServers(), serdes));
        TopologyAssembly assembly = new TopologyAssembly(serdes, running.quarantine);
        definitions.forEach(definition -> running.start(definition, assembly, settings));
        return running;
    }

    private void start(
            DeciderTopology<?, ?, ?, ?, ?, ?> definition, TopologyAssembly assembly, RunnerSettings settings) {
        RunnerSettings own = settings.committingEvery(definition.commitInterval());
        TopologyRunner runner = new TopologyRunner(assembly.build(definition), own, quarantine);
        runner.start();
        runners.add(runner);
    }

    public boolean ready() {
        return runners.stream().allMatch(TopologyRunner::ready);
    }

    /** Of those that are not ready, what they say. */
    public List<String> troubles() {
        return runners.stream()
                .filter(runner -> !runner.ready())
                .map(runner -> runner.name() + ": " + runner.status())
                .toList();
    }

    @Override
    public void close() {
        runners.parallelStream().forEach(TopologyRunner::close);
        quarantine.close();
    }
}
