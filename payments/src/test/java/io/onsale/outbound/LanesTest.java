package io.onsale.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void whatWaitsForAnInterruptedTaskDoesNotOvertakeIt() throws InterruptedException {
        Lanes lanes = new Lanes();
        lanes.add("order", () -> {
            begun.add("first");
            running.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                // It is not done, and says so to nobody: as an attempt that was interrupted.
            }
        });
        lanes.add("order", () -> begun.add("second"));
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();

        lanes.close();

        // The lane is free for what comes next once it has come to its end.
        lanes.add("order", over::countDown);
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).containsExactly("first");
    }

    @Test
    void anErrorInALaneIsToldToWhoeverAsksAndNothingOvertakesIt() throws InterruptedException {
        Lanes lanes = new Lanes();
        lanes.throwFailure();
        lanes.add("order", () -> {
            running.countDown();
            throw new AssertionError("a bug");
        });
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        lanes.add("order", () -> begun.add("second"));

        await().untilAsserted(() -> assertThatThrownBy(lanes::throwFailure)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a bug"));

        lanes.stop(Duration.ofSeconds(10));
        assertThat(begun).isEmpty();
    }
}
