package io.onsale.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BurstTest {

    @Test
    void sendsEachRequestOnceAndCountsHowItEnded() throws Exception {
        AtomicInteger sent = new AtomicInteger();

        Burst.Result result = Burst.of(1_000, 50, client -> () -> sent.incrementAndGet() % 4 == 0 ? "lost" : "won");

        assertThat(sent).hasValue(1_000);
        assertThat(result.count("won")).isEqualTo(750);
        assertThat(result.count("lost")).isEqualTo(250);
        assertThat(result.lastOf().get("won")).isBetween(0.0, result.seconds());
        assertThat(new BurstReport("burst", 50, result, "won").text()).contains("1,000 answered", "won", "lost");
    }

    @Test
    void aRequestThatBreaksIsAnErrorAndTheOthersGoOn() throws Exception {
        AtomicInteger sent = new AtomicInteger();

        Burst.Result result = Burst.of(10, 2, client -> () -> {
            if (sent.incrementAndGet() == 3) {
                throw new IOException("broken");
            }
            return "won";
        });

        assertThat(result.count("error")).isEqualTo(1);
        assertThat(result.count("won")).isEqualTo(9);
    }
}
