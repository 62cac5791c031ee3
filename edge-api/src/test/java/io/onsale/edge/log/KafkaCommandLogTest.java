package io.onsale.edge.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class KafkaCommandLogTest {

    @Test
    void aCommandThatIsTooLargeIsNotTheLogsFault() {
        assertThat(KafkaCommandLog.problem(new RecordTooLargeException()).toException())
                .hasMessageContaining("too_large");
        assertThat(KafkaCommandLog.problem(new TimeoutException()).toException())
                .hasMessageContaining("log_unavailable");
    }
}
