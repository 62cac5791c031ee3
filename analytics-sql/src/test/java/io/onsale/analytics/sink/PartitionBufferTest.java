package io.onsale.analytics.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class PartitionBufferTest {
    private static final BatchLimits LIMITS = new BatchLimits(3, 1_000, Duration.ofMillis(500));

    private final PartitionBuffer buffer = new PartitionBuffer(Records.PARTITION, LIMITS);

    @Test
    void plansFromItsFirstRecordToBehindItsLast() {
        buffer.resume(Optional.empty());
        add(10, 12);

        assertThat(buffer.plan()).isEqualTo(new Plan(Records.PARTITION, 10, 13));
        assertThat(buffer.uncommitted()).contains(new OffsetAndMetadata(10, "to=13"));
    }

    @Test
    void plansNoMoreRowsThanABatchHas() {
        buffer.resume(Optional.empty());
        add(1, 2, 3, 4, 5);

        assertThat(buffer.plan().to()).isEqualTo(4);
        assertThat(buffer.planned()).extracting(ConsumerRecord::offset).containsExactly(1L, 2L, 3L);
    }

    @Test
    void plansNoMoreBytesThanABatchHasButAtLeastARow() {
        var small = new PartitionBuffer(Records.PARTITION, new BatchLimits(100, 1, Duration.ZERO));
        small.resume(Optional.empty());
        small.add(Records.at(1), 0);
        small.add(Records.at(2), 0);

        assertThat(small.plan()).isEqualTo(new Plan(Records.PARTITION, 1, 2));
    }

    @Test
    void keepsAPlanAlthoughMoreArrivesBecauseItsCommitMayHaveHappened() {
        buffer.resume(Optional.empty());
        add(1);
        Plan first = buffer.plan();
        add(2);

        assertThat(buffer.plan()).isEqualTo(first);
    }

    @Test
    void storesNothingBeforeTheLastPlanIsKnown() {
        add(1, 2, 3);

        assertThat(buffer.isStorable()).isFalse();
    }

    @Test
    void repeatsTheLastPlanExactlyAndOnlyOnceItIsAllHere() {
        buffer.resume(Optional.of(new Plan(Records.PARTITION, 1, 6)));
        add(1, 2, 4);
        assertThat(buffer.isStorable()).isFalse();
        assertThat(buffer.isFull()).isFalse();

        add(5, 6);

        assertThat(buffer.isStorable()).isTrue();
        assertThat(buffer.uncommitted()).isEmpty();
        assertThat(buffer.planned()).extracting(ConsumerRecord::offset).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void goesOnBehindWhatIsStored() {
        buffer.resume(Optional.empty());
        add(1, 2, 3, 5);
        buffer.plan();
        buffer.committed();
        buffer.stored();
        assertThat(buffer.isAhead()).isTrue();
        assertThat(buffer.uncommitted()).contains(new OffsetAndMetadata(4));

        assertThat(buffer.plan()).isEqualTo(new Plan(Records.PARTITION, 5, 6));
        buffer.committed();
        assertThat(buffer.isAhead()).isFalse();
    }

    @Test
    void growsOldWithItsFirstRecord() {
        buffer.add(Records.at(1), 1_000);
        buffer.add(Records.at(2), 1_400);

        assertThat(buffer.isOld(1_499)).isFalse();
        assertThat(buffer.isOld(1_500)).isTrue();
    }

    private void add(long... offsets) {
        for (long offset : offsets) {
            buffer.add(Records.at(offset), 0);
        }
    }
}
