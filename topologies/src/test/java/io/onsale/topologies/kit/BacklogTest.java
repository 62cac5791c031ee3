package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog(true);

    @Test
    void isOverAfterTheLastHoweverManyTheyAre() {
        read(3);
        assertThat(judged(3)).containsExactly(false, false, true);

        read(20);
        assertThat(judged(19)).doesNotContain(true);
        assertThat(judged(1)).containsExactly(true);
    }

    @Test
    void isNeverOverWhereNobodyWaits() {
        Backlog unawaited = new Backlog(false);
        unawaited.read(2);

        assertThat(unawaited.isOverAfterThis()).isFalse();
        assertThat(unawaited.isOverAfterThis()).isFalse();
    }

    @Test
    void isNotOverWhereNothingWasRead() {
        assertThat(judged(1)).containsExactly(false);
    }

    @Test
    void beginsAnewWithWhatIsReadNext() {
        read(20);
        judged(5);
        read(1);

        assertThat(judged(1)).containsExactly(true);
    }

    private void read(int count) {
        TopicPartition partition = new TopicPartition("commands", 0);
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, count)
                .mapToObj(offset -> new ConsumerRecord<>("commands", 0, offset, new byte[0], new byte[0]))
                .toList();
        try (Backlog.Watch watch = new Backlog.Watch()) {
            watch.configure(Map.of(Backlog.Watch.BACKLOG, backlog));
            var unused = watch.onConsume(new ConsumerRecords<>(Map.of(partition, records), Map.of()));
        }
    }

    private List<Boolean> judged(int records) {
        return IntStream.range(0, records)
                .mapToObj(record -> backlog.isOverAfterThis())
                .toList();
    }
}
