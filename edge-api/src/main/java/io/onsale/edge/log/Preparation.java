package io.onsale.edge.log;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for all that sending commands needs, until it is there, so that no request has to wait for it. */
final class Preparation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final long RETRY_MILLIS = 250;

    private final Runnable needs;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean done;

    /**
     * Begins to ask.
     *
     * @param needs asks for everything, and throws where anything is not there yet
     */
    Preparation(Runnable needs) {
        this.needs = needs;
        Thread.ofPlatform().name("edge-preparation").daemon().start(this::run);
    }

    boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        stop.countDown();
    }

    private void run() {
        try {
            do {
                done = attempt();
            } while (!done && !stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt() {
        try {
            needs.run();
            return true;
        } catch (KafkaException e) {
            LOG.atInfo().addKeyValue("reason", e.getMessage()).log("Not ready to send commands yet");
        } catch (RuntimeException e) {
            // Not foreseen, but no reason to stay unready for good.
            LOG.atError().setCause(e).log("Not ready to send commands yet");
        }
        return false;
    }
}
