package io.onsale.analytics.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionBuffersTest {
    private static final TopicPartition ONE = new TopicPartition("t", 1);
    private static final TopicPartition TWO = new TopicPartition("t", 2);

    private final PartitionBuffers buffers = new PartitionBuffers(new BatchLimits(2, 1_000, Duration.ofMillis(500)));

    @Test
    void storesEveryPartitionAsSoonAsOneIsOld() {
        owned(ONE, TWO);
        buffers.add(Records.of(ONE, 1), 0);
        buffers.add(Records.of(TWO, 1), 400);

        assertThat(buffers.due(499, false)).isEmpty();
        assertThat(buffers.due(500, false)).hasSize(2);
    }

    @Test
    void storesAFullPartitionAloneAndReadsNoFurtherThere() {
        owned(ONE, TWO);
        buffers.add(Records.of(ONE, 1, 2), 0);
        buffers.add(Records.of(TWO, 1), 0);

        assertThat(buffers.due(0, false)).extracting(PartitionBuffer::partition).containsExactly(ONE);
        assertThat(buffers.full()).containsExactly(ONE);
    }

    @Test
    void repeatsATakenOverPlanAtOnce() {
        buffers.assign(List.of(ONE));
        buffers.resume(ONE, new OffsetAndMetadata(1, "to=2"));
        buffers.add(Records.of(ONE, 1), 0);

        assertThat(buffers.due(0, false)).hasSize(1);
    }

    @Test
    void forgetsAPartitionThatIsTakenAway() {
        owned(ONE, TWO);
        buffers.add(Records.of(ONE, 1, 2), 0);
        buffers.drop(List.of(ONE));

        assertThat(buffers.due(9_999, true)).isEmpty();
        assertThat(buffers.partitions()).containsExactly(TWO);
    }

    @Test
    void asksForThePlansOfNewPartitionsOnce() {
        buffers.assign(List.of(ONE, TWO));
        assertThat(buffers.unresumed()).containsExactlyInAnyOrder(ONE, TWO);

        owned(ONE, TWO);
        assertThat(buffers.unresumed()).isEmpty();
    }

    @Test
    void forgetsWhatWasReadWhereReadingGoesOnElsewhere() {
        owned(ONE);
        buffers.add(Records.of(ONE, 1, 2), 0);
        buffers.clear(ONE);
        assertThat(buffers.full()).isEmpty();
        buffers.add(Records.of(ONE, 7, 8), 0);

        assertThat(buffers.due(0, false)).extracting(PartitionBuffer::plan).containsExactly(new Plan(ONE, 7, 9));
    }

    private void owned(TopicPartition... partitions) {
        buffers.assign(List.of(partitions));
        Arrays.stream(partitions).forEach(buffers::begin);
    }
}
