package io.onsale.edge.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerClockTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");

    private final BrokerClock clock = new BrokerClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void isTheHostsClockAsLongAsNoBrokerSaysOtherwise() {
        assertThat(clock.instant()).isEqualTo(NOW);
        stamped(Duration.ofMillis(-1_500), Duration.ofMillis(10));
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600, 3_600})
    void isPutRightByTheFirstCommand(long seconds) {
        stamped(Duration.ofSeconds(seconds), Duration.ZERO);

        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(seconds));
        assertThat(clock.millis()).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void aSlowAnswerProvesNothing() {
        stamped(Duration.ofSeconds(-20), Duration.ofSeconds(30));

        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void oneBrokerThatIsWrongAmongSeveralChangesNothing() {
        for (int command = 0; command < 40; command++) {
            stamped(command % 3 == 2 ? Duration.ofHours(1) : Duration.ZERO, Duration.ZERO);
            assertThat(clock.instant()).isEqualTo(NOW);
        }
    }

    @Test
    void isTheHostsAgainOnceThatIsRight() {
        stamped(Duration.ofHours(1), Duration.ZERO);
        for (int command = 0; command < 15; command++) {
            stamped(Duration.ZERO, Duration.ZERO);
        }

        assertThat(clock.instant()).isEqualTo(NOW);
    }

    /** A command was stamped so much off the host's time, and acknowledged so long after it was sent. */
    private void stamped(Duration off, Duration took) {
        clock.stamped(NOW.minus(took).toEpochMilli(), NOW.plus(off).toEpochMilli());
    }
}
