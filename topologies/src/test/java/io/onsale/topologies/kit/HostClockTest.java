package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HostClockTest {

    private Instant wall = Instant.parse("2030-01-01T10:00:00Z");
    private long nanos = -Duration.ofDays(1).toNanos();
    private final HostClock clock = new HostClock(() -> wall, () -> nanos);

    @Test
    void wasNotSetBackWhileItGoesOnEvenly() {
        for (int look = 0; look < 10; look++) {
            pass(Duration.ofHours(1));
            assertThat(clock.wasSetBack()).isFalse();
        }
    }

    @Test
    void wasSetBackOnceWhereItFellByMoreThanASecond() {
        pass(Duration.ofMillis(200));
        set(Duration.ofMillis(-1_001));

        assertThat(clock.wasSetBack()).isTrue();
        assertThat(clock.wasSetBack()).isFalse();
    }

    @Test
    void aStepThatNobodyNoticesIsNone() {
        set(Duration.ofSeconds(-1));

        assertThat(clock.wasSetBack()).isFalse();
    }

    @Test
    void aStepAheadIsNoneBackButTheOneThatUndoesItIs() {
        set(Duration.ofHours(1));
        assertThat(clock.wasSetBack()).isFalse();

        set(Duration.ofHours(-1));
        assertThat(clock.wasSetBack()).isTrue();
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    private void set(Duration by) {
        wall = wall.plus(by);
    }
}
