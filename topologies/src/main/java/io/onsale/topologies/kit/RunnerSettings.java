package io.onsale.topologies.kit;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a topology runs.
 *
 * @param instance a name this instance keeps over restarts, so that its tasks come back to it without a rebalance
 * @param threads stream threads
 * @param tasksExpected how many tasks must be at work at least before it is ready: all partitions where it runs alone, 0 where others
 *     share them, for then the group says how many
 * @param replication of its changelogs
 */
public record RunnerSettings(
        String bootstrapServers,
        Path stateDirectory,
        String instance,
        int threads,
        int tasksExpected,
        int replication,
        Duration commitInterval) {

    /** How long a decision waits at most for those of a crowd that was read with it; see the ADR on exactly once. */
    public static final Duration COMMIT_INTERVAL = Duration.ofMillis(25);

    /** The same for a topology whose decisions may wait this long. */
    public RunnerSettings committingEvery(Duration interval) {
        return new RunnerSettings(
                bootstrapServers, stateDirectory, instance, threads, tasksExpected, replication, interval);
    }
}
