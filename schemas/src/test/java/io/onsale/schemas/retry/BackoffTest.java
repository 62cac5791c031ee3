package io.onsale.schemas.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(new Pauses(Duration.ofMillis(100), Duration.ofSeconds(1)));

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToABound() {
        for (long expected : new long[] {100, 200, 400, 800, 1_000, 1_000}) {
            assertThat(backoff.failed(0)).isEqualTo(Duration.ofMillis(expected));
        }
    }

    @Test
    void triesAgainWhenTheIntervalIsOver() {
        backoff.failed(50);

        assertThat(backoff.mayTry(149)).isFalse();
        assertThat(backoff.mayTry(150)).isTrue();
    }

    @Test
    void beginsAnewAfterASuccess() {
        backoff.failed(0);
        backoff.failed(0);
        backoff.succeeded();

        assertThat(backoff.isActive()).isFalse();
        assertThat(backoff.failed(0)).isEqualTo(Duration.ofMillis(100));
    }
}
