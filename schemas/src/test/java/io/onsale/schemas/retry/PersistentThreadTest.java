package io.onsale.schemas.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PersistentThreadTest {

    private static final Pauses SHORT = new Pauses(Duration.ofMillis(2), Duration.ofMillis(10));

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<PersistentThread> thread = new AtomicReference<>();

    @AfterEach
    void stop() {
        thread.get().close();
    }

    @Test
    void whateverEndsItsWorkIsStartedAnewUntilItWorks() {
        AtomicBoolean goesWell = new AtomicBoolean();
        start(Duration.ofMillis(20), () -> {
            if (runs.incrementAndGet() <= 3) {
                throw new AssertionError("run " + runs);
            }
            PersistentThread mine = thread.get();
            while (!mine.isClosing()) {
                if (goesWell.get()) {
                    mine.goesWell();
                }
            }
        });

        await().until(() -> runs.get() == 4);
        assertThat(failures).hasValue(3);
        assertThat(thread.get().failure()).get().hasToString("java.lang.AssertionError: run 3");
        goesWell.set(true);
        await().until(() -> thread.get().failure().isEmpty());
        thread.get().close();
        assertThat(runs).hasValue(4);
    }

    @Test
    void aRunThatIsShortDoesNotMakeItHealthy() {
        start(Duration.ofHours(1), () -> {
            runs.incrementAndGet();
            thread.get().goesWell();
            throw new IllegalStateException("again");
        });

        await().until(() -> failures.get() > 2);
        assertThat(thread.get().failure()).isPresent();
    }

    @Test
    void closingEndsAPauseAtOnce() {
        PersistentThread paused = start(new Pauses(Duration.ofHours(1), Duration.ofHours(1)), Duration.ZERO, () -> {
            runs.incrementAndGet();
            throw new IllegalStateException("away");
        });
        await().until(() -> failures.get() == 1);

        paused.close();

        assertThat(runs).hasValue(1);
    }

    @Test
    void whoeverStopsItDoesNotWaitForItsWork() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch mayEnd = new CountDownLatch(1);
        PersistentThread busy = start(Duration.ZERO, () -> {
            runs.incrementAndGet();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            over.set(true);
        });
        await().until(() -> runs.get() == 1);

        busy.stop();
        assertThat(over).isFalse();
        mayEnd.countDown();
        busy.close();

        assertThat(over).isTrue();
        assertThat(runs).hasValue(1);
    }

    private PersistentThread start(Duration healthyRun, Runnable work) {
        return start(SHORT, healthyRun, work);
    }

    private PersistentThread start(Pauses pauses, Duration healthyRun, Runnable work) {
        PersistentThread fresh =
                new PersistentThread("persistent", pauses, healthyRun, work, failures::incrementAndGet);
        thread.set(fresh);
        fresh.start();
        return fresh;
    }
}
