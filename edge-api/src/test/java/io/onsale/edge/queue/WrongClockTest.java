package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.auth.QueueTokens.Place;
import io.onsale.edge.log.BrokerClock;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongClockTest {

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void positionsAndAdmissionsNeedNoClock(long seconds) {
        try (QueueHarness edge = new QueueHarness(off(seconds))) {
            edge.log.joined("ann");
            edge.log.joined("bob");
            QueueTokens tokens = new QueueTokens(edge.key);
            String ann = tokens.mint(new Place("event-1", "ann", 1, 1));
            String bob = tokens.mint(new Place("event-1", "bob", 2, 1));
            edge.script.frozen().drawn();

            assertThat(IntStream.of(position(edge, ann), position(edge, bob)).sorted())
                    .containsExactly(1, 2);
            edge.script.admitted("ann", 1);
            String admission = edge.status(ann).body().path("admission_token").asText();
            assertThat(edge.admissions.verify(admission))
                    .hasValueSatisfying(admitted -> assertThat(admitted.fanId()).isEqualTo("ann"));
            assertThat(position(edge, bob)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void onceBrokersHaveStampedAFewCommandsTheTokensOfOtherEdgesAreGood(long seconds) {
        BrokerClock clock = new BrokerClock(off(seconds));
        for (int partition = 0; partition < 3; partition++) {
            clock.stamped(new TopicPartition("commands", partition), Duration.ZERO, System.currentTimeMillis());
        }
        try (QueueHarness edge = new QueueHarness(clock)) {
            assertThat(edge.join("ann").status()).isEqualTo(202);
        }
    }

    private static int position(QueueHarness edge, String place) {
        return edge.status(place).body().path("queue_position").asInt();
    }

    private static Clock off(long seconds) {
        return Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));
    }
}
