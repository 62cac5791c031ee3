package io.onsale.standalone.cli;

import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Progress;
import io.onsale.standalone.Standalone;
import io.onsale.standalone.StandaloneSettings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.utils.Exit;

/** A started system that stops cleanly, whether its command ends or somebody presses Ctrl-C. */
final class Running implements AutoCloseable {

    private final Standalone system;
    private final Progress progress;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::stop, "stop");

    private Running(Standalone system, Progress progress) {
        this.system = system;
        this.progress = progress;
    }

    static Running start(StandaloneSettings settings, Progress progress) {
        LogFile.in(settings.data());
        explainHalts(settings);
        progress.say("Starting Onsale on " + settings.data().toAbsolutePath().normalize());
        Running running = new Running(Standalone.start(settings, progress), progress);
        running.system.endpoints().noteIn(settings.data());
        running.system.endpoints().noteIn(Endpoints.cache());
        Runtime.getRuntime().addShutdownHook(running.hook);
        return running;
    }

    /** Kafka halts the process when it can no longer write its log, which says nothing to whoever watches the terminal. */
    private static void explainHalts(StandaloneSettings settings) {
        Exit.setHaltProcedure((status, message) -> {
            System.err.println("onsale: Kafka cannot write to " + settings.data()
                    + " any more, so everything stops; is the disk full?"
                    + " What was acknowledged is kept. The log is "
                    + settings.data().resolve("onsale.log"));
            Runtime.getRuntime().halt(status);
        });
    }

    Standalone system() {
        return system;
    }

    void awaitInterrupt() throws InterruptedException {
        interrupted.await();
    }

    @Override
    public void close() {
        stop();
    }

    private void stop() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        interrupted.countDown();
        progress.say("Stopping …");
        system.endpoints().forgetIn(system.settings().data());
        system.endpoints().forgetIn(Endpoints.cache());
        system.close();
        progress.say("Stopped.");
    }
}
