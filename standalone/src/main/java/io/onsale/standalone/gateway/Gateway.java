package io.onsale.standalone.gateway;

import io.onsale.standalone.ToldToUser;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated companies in a child process, restarted when it dies, stopped by {@link #close()}. */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A run this long says that the last death is over and done with. */
    private static final Duration HEALTHY_RUN = Duration.ofMinutes(1);

    private final GatewayOptions options;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread supervisor;
    private volatile GatewayProcess current;

    private Gateway(GatewayOptions options) {
        this.current = GatewayProcess.start(options);
        this.options = options.at(current.port());
        this.supervisor =
                Thread.ofPlatform().name("gateway-supervisor").daemon().unstarted(this::supervise);
    }

    /** Starts the child and returns when it answers. */
    public static Gateway start(GatewayOptions options) {
        Gateway gateway = new Gateway(options);
        gateway.supervisor.start();
        return gateway;
    }

    /** Where it is; that stays the same over restarts. */
    public String url() {
        return "http://127.0.0.1:" + options.port();
    }

    public long processId() {
        return current.pid();
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        while (true) {
            long startedAt = System.nanoTime();
            int exit = current.onExit().join().exitValue();
            if (System.nanoTime() - startedAt > HEALTHY_RUN.toNanos()) {
                pause = FIRST_PAUSE;
            }
            do {
                if (closesWithin(pause)) {
                    return;
                }
                LOG.atWarn().addKeyValue("exit", exit).log("the simulated gateway ended and is restarted");
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } while (!restarted());
            if (closing.getCount() == 0) {
                // Closed in the middle of the restart, so nobody else knows of this child.
                current.stop();
            }
        }
    }

    private boolean restarted() {
        try {
            current = GatewayProcess.start(options);
            return true;
        } catch (ToldToUser e) {
            LOG.atError().setCause(e).log("the simulated gateway does not come back yet");
            return false;
        }
    }

    private boolean closesWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends the child; what it answered it has kept. */
    @Override
    public void close() {
        closing.countDown();
        current.stop();
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
