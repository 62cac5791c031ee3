package io.onsale.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadRunTest {

    private static final Duration SLOW = Duration.ofMillis(40);
    private static final Duration MEASURED = Duration.ofMillis(400);

    @Test
    void withARateLatencyCountsFromWhenARequestWasDue() throws Exception {
        Measurement measured = LoadRun.of(new Load(1, 100, Duration.ZERO, MEASURED), client -> LoadRunTest::slowly);

        // Forty requests were due, and one client manages one in forty milliseconds: the last waited for all the
        // others.
        assertThat(measured.outcomes()).containsEntry("ok", 40L);
        assertThat(measured.millis(100)).isGreaterThan(1_000);
        assertThat(measured.millis(0)).isLessThan(300);
    }

    @Test
    void withoutARateLatencyIsWhatARequestTook() throws Exception {
        Measurement measured = LoadRun.of(new Load(1, 0, Duration.ZERO, MEASURED), client -> LoadRunTest::slowly);

        assertThat(measured.outcomes().get("ok")).isLessThanOrEqualTo(10);
        assertThat(measured.millis(50)).isBetween(39.0, 400.0);
    }

    @Test
    void whatIsSentWhileItWarmsUpDoesNotCount() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Load load = new Load(1, 100, Duration.ofMillis(200), Duration.ofMillis(200));

        Measurement measured = LoadRun.of(load, client -> () -> "ok" + sent.incrementAndGet());

        assertThat(sent).hasValue(40);
        assertThat(measured.outcomes()).hasSize(20).doesNotContainKey("ok20").containsKey("ok40");
    }

    @Test
    void aBrokenRequestIsAnErrorAndTheClientGoesOn() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Target breaking = () -> {
            if (sent.incrementAndGet() == 1) {
                throw new IOException("broken");
            }
            return "ok";
        };

        Measurement measured = LoadRun.of(new Load(1, 100, Duration.ZERO, Duration.ofMillis(100)), client -> breaking);

        assertThat(measured.outcomes()).containsEntry("error", 1L).containsEntry("ok", 9L);
    }

    private static String slowly() {
        long until = System.nanoTime() + SLOW.toNanos();
        for (long left = SLOW.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return "ok";
    }
}
