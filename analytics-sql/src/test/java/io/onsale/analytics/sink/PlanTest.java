package io.onsale.analytics.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final TopicPartition PARTITION = new TopicPartition("onsale.inventory.events.v1", 3);

    @Test
    void isReadFromTheCommitThatRecordedIt() {
        Plan plan = new Plan(PARTITION, 10, 25);

        assertThat(Plan.recordedIn(PARTITION, plan.commit())).contains(plan);
    }

    @Test
    void isNoneWhereACommitHasAnOffsetAlone() {
        assertThat(Plan.recordedIn(PARTITION, new OffsetAndMetadata(10))).isEmpty();
    }

    @Test
    void refusesMetadataOfAnotherProgram() {
        assertThatThrownBy(() -> Plan.recordedIn(PARTITION, new OffsetAndMetadata(10, "host-1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another program uses its group");
    }

    @Test
    void refusesAnEndThatIsNotBehindTheBeginning() {
        assertThatThrownBy(() -> Plan.recordedIn(PARTITION, new OffsetAndMetadata(10, "to=10")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void hasATokenOfTablePartitionAndRange() {
        assertThat(new Plan(PARTITION, 10, 25).token("onsale.events"))
                .isEqualTo("onsale.events/onsale.inventory.events.v1/3/10-25");
    }
}
