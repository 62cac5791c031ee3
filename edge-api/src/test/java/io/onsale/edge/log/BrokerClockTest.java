package io.onsale.edge.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerClockTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PARTITIONS = 12;

    private final Host host = new Host();
    private final BrokerClock clock = new BrokerClock(host, () -> host.nanos);

    @Test
    void isTheHostsClockAsLongAsNoBrokerSaysOtherwise() {
        assertThat(clock.instant()).isEqualTo(host.now);
        all(Duration.ofMillis(-1_500), Duration.ofMillis(10));
        assertThat(clock.instant()).isEqualTo(host.now);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void isPutRightByTheFirstCommandsToThreePartitions(long seconds) {
        Duration off = Duration.ofSeconds(seconds);
        stamped(0, off);
        stamped(1, off);
        assertThat(clock.instant()).isEqualTo(host.now);

        stamped(2, off);
        assertThat(clock.instant()).isEqualTo(host.now.plus(off));
        assertThat(clock.millis()).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void aSlowAnswerProvesNothing() {
        all(Duration.ofSeconds(-20), Duration.ofSeconds(30));

        assertThat(clock.instant()).isEqualTo(host.now);
    }

    @Test
    void oneBrokerThatIsWrongChangesNothingHoweverManyCommandsGoToIt() {
        for (int command = 0; command < 100; command++) {
            stamped(0, HOUR);
            stamped(1, HOUR);
            assertThat(clock.instant()).isEqualTo(host.now);
        }
    }

    @Test
    void oneBrokerThatIsWrongAmongSeveralChangesNothing() {
        for (int command = 0; command < 40; command++) {
            stamped(command % PARTITIONS, command % 3 == 2 ? HOUR : Duration.ZERO);
            assertThat(clock.instant()).isEqualTo(host.now);
        }
    }

    @Test
    void aHostThatIsWrongIsPutRightThoughABrokerIsWrongToo() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            stamped(partition, partition % 3 == 2 ? HOUR.negated() : HOUR);
        }

        assertThat(clock.instant()).isEqualTo(host.now.plus(HOUR));
    }

    @Test
    void halfOfThePartitionsAreNotEnough() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            stamped(partition, partition % 2 == 0 ? HOUR : Duration.ZERO);
        }

        assertThat(clock.instant()).isEqualTo(host.now);
    }

    @Test
    void isTheHostsAgainOnceBrokersThatWereWrongAreRight() {
        all(HOUR, Duration.ZERO);
        all(Duration.ZERO, Duration.ZERO);

        assertThat(clock.instant()).isEqualTo(host.now);
    }

    @Test
    void partitionsThatNobodyWritesToHaveNoVoteAmongThoseThatAreWrittenTo() {
        all(HOUR, Duration.ZERO);
        host.pass(BrokerClock.FRESH);
        stamped(0, Duration.ZERO);
        stamped(1, Duration.ZERO);
        assertThat(clock.instant()).as("two are too few").isEqualTo(host.now.plus(HOUR));

        stamped(2, Duration.ZERO);
        assertThat(clock.instant()).isEqualTo(host.now);
    }

    @Test
    void isTheHostsAtOnceWhereThatIsPutRight() {
        all(HOUR, Duration.ZERO);

        host.set(HOUR);
        assertThat(clock.instant()).isEqualTo(host.now);

        stamped(0, Duration.ZERO);
        assertThat(clock.instant()).isEqualTo(host.now);
    }

    @Test
    void aCommandThatWasUnderWayWhenTheHostsClockWasSetSaysNothingWrong() {
        host.pass(Duration.ofSeconds(1));
        host.set(HOUR.negated());

        all(Duration.ofMillis(-500), Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(host.now);
    }

    private void all(Duration off, Duration ago) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            stamped(partition, off, ago);
        }
    }

    private void stamped(int partition, Duration off) {
        stamped(partition, off, Duration.ZERO);
    }

    /** A command was stamped so much off the host's time, so long after it was sent. */
    private void stamped(int partition, Duration off, Duration ago) {
        clock.stamped(
                new TopicPartition("commands", partition),
                ago,
                host.now.plus(off).toEpochMilli());
    }

    /** A host whose clock can be set. */
    private static final class Host extends Clock {

        private Instant now = Instant.parse("2030-01-01T10:00:00Z");
        private long nanos = Duration.ofDays(1).negated().toNanos();

        void pass(Duration time) {
            now = now.plus(time);
            nanos += time.toNanos();
        }

        void set(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
