package io.onsale.schemas.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

    private final Pauses pauses = new Pauses(Duration.ofMillis(100), Duration.ofSeconds(30));

    @Test
    void growsUpToTheLongestHoweverOftenItFails() {
        assertThat(pauses.after(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(pauses.after(4)).isEqualTo(Duration.ofMillis(800));
        assertThat(pauses.after(10)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pauses.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void isScatteredOverTheSecondHalf() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(pauses.scattered(2)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        }
    }
}
