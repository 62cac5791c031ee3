package io.onsale.analytics.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BeginningsTest {
    private static final TopicPartition ONE = new TopicPartition("t", 1);
    private static final TopicPartition TWO = new TopicPartition("t", 2);

    @Test
    void liesBehindWhatIsStored() {
        assertThat(beginnings(Map.of(ONE, 41L), 100)).isEqualTo(Map.of(ONE, 42L));
    }

    @Test
    void isTheLogsOwnWhereNothingIsStored() {
        assertThat(beginnings(Map.of(), 100)).isEmpty();
    }

    @Test
    void isRefusedWhereMoreIsStoredThanTheLogHas() {
        assertThat(beginnings(Map.of(ONE, 99L), 100)).isEqualTo(Map.of(ONE, 100L));

        assertThatThrownBy(() -> beginnings(Map.of(ONE, 100L), 100))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ClickHouse holds t-1 up to offset 100 and the log ends at 100");
    }

    private static Map<TopicPartition, Long> beginnings(Map<TopicPartition, Long> stored, long end) {
        try (MockConsumer<byte[], byte[]> log = new MockConsumer<>("earliest")) {
            log.updateEndOffsets(Map.of(ONE, end, TWO, end));
            return new Beginnings(partitions -> stored).of(Set.of(ONE, TWO), log, Duration.ofSeconds(1));
        }
    }
}
