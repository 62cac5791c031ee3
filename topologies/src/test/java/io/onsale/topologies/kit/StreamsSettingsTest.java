package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    @Test
    void aChangelogsRecordIsOnAllBrokersButOneBeforeItCounts() {
        assertThat(settings(3).get("topic.min.insync.replicas")).isEqualTo(2);
        assertThat(settings(1).get("topic.min.insync.replicas")).isEqualTo(1);
    }

    @Test
    void nothingIsSentBeforeACommitAndNoPollIsLongerThanBetweenTwo() {
        long commit = RunnerSettings.COMMIT_INTERVAL.toMillis();

        assertThat(settings(1))
                .containsEntry("commit.interval.ms", commit)
                .containsEntry("poll.ms", commit)
                .containsEntry("producer.linger.ms", commit);
    }

    private static Properties settings(int replication) {
        RunnerSettings runner = new RunnerSettings(
                "127.0.0.1:1", Path.of("state"), "one", 1, 1, replication, RunnerSettings.COMMIT_INTERVAL);
        return StreamsSettings.exactlyOnce("inventory", runner, new Backlog(true));
    }
}
