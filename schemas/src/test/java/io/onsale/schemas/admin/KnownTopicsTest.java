package io.onsale.schemas.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class KnownTopicsTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksAgainUntilTheBrokerKnowsTheTopic() {
        String answer = KnownTopics.ask(() -> {
            if (asked.incrementAndGet() < 3) {
                throw new UnknownTopicOrPartitionException("not yet");
            }
            return "known";
        });

        assertThat(answer).isEqualTo("known");
        assertThat(asked).hasValue(3);
    }

    @Test
    void leavesEveryOtherTroubleToWhoeverAsks() {
        assertThatThrownBy(() -> KnownTopics.ask(() -> {
                    asked.incrementAndGet();
                    throw new TopicExistsException("another trouble");
                }))
                .isInstanceOf(TopicExistsException.class);
        assertThat(asked).hasValue(1);
    }
}
