package io.onsale.standalone.child;

import io.onsale.schemas.retry.Pauses;
import io.onsale.standalone.ToldToUser;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child process that is started again, with growing pauses and where it was, whenever it ends before {@link #close()}. */
public final class Supervised implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final Pauses PAUSES = new Pauses(Duration.ofMillis(100), Duration.ofSeconds(30));
    /** A run this long says that the last death is over and done with. */
    private static final Duration HEALTHY_RUN = Duration.ofMinutes(1);

    private final String name;
    private final IntFunction<ChildJvm> launcher;
    private final int port;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread supervisor;
    private volatile ChildJvm current;

    private Supervised(String name, ChildJvm first, IntFunction<ChildJvm> launcher) {
        this.name = name;
        this.launcher = launcher;
        this.port = first.port();
        this.current = first;
        this.supervisor =
                Thread.ofPlatform().name("supervisor of " + name).daemon().unstarted(this::supervise);
    }

    /**
     * Starts a child and looks after it.
     *
     * @param port where it is to listen; 0 for a free port, which others then get in its place
     * @param launcher starts one at a port; throws {@link ToldToUser} where that does not work
     */
    public static Supervised start(String name, int port, IntFunction<ChildJvm> launcher) {
        Supervised supervised = new Supervised(name, launcher.apply(port), launcher);
        supervised.supervisor.start();
        return supervised;
    }

    /** Where it listens; that stays the same over restarts. */
    public int port() {
        return port;
    }

    public long processId() {
        return current.pid();
    }

    private void supervise() {
        int deaths = 0;
        while (true) {
            long startedAt = System.nanoTime();
            int exit = current.onExit().join().exitValue();
            if (System.nanoTime() - startedAt > HEALTHY_RUN.toNanos()) {
                deaths = 0;
            }
            do {
                deaths++;
                if (closesWithin(PAUSES.after(deaths))) {
                    return;
                }
                LOG.atWarn()
                        .addKeyValue("child", name)
                        .addKeyValue("exit", exit)
                        .log("a child process ended and is started again");
            } while (!restarted());
            if (closing.getCount() == 0) {
                // Closed in the middle of the restart, so nobody else knows of this child.
                current.stop();
            }
        }
    }

    private boolean restarted() {
        try {
            current = launcher.apply(port);
            LOG.atInfo()
                    .addKeyValue("child", name)
                    .addKeyValue("pid", current.pid())
                    .log("a child process is back");
            return true;
        } catch (ToldToUser e) {
            LOG.atError().addKeyValue("child", name).setCause(e).log("a child process does not come back yet");
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

    /** Ends the child; no other follows. */
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
