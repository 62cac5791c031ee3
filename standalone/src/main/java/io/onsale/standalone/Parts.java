package io.onsale.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The started parts; closes the newest first, because later parts need earlier ones.
 *
 * <p>A part that is added after the closing, by a start that was still under way, is closed at once and ends that start.
 */
public final class Parts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private record Part(String name, AutoCloseable running) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean refusing;

    <T extends AutoCloseable> T add(String name, T running) {
        Part part = new Part(name, running);
        if (!push(part)) {
            close(part);
            throw new CancellationException("closed while " + name + " was starting");
        }
        return running;
    }

    private synchronized boolean push(Part part) {
        if (!refusing) {
            parts.push(part);
        }
        return !refusing;
    }

    /** Takes no more parts, so that a start that is under way ends at its next one, while those it needs are still there. */
    public synchronized void refuseMore() {
        refusing = true;
    }

    /** Ends a start that nobody wants any more. */
    public synchronized void requireWanted() {
        if (refusing) {
            throw new CancellationException("closed while starting");
        }
    }

    /** Closes without a lock, because a part may wait for another one that is just being added. */
    @Override
    public void close() {
        for (Part part = next(); part != null; part = next()) {
            close(part);
        }
    }

    private synchronized @Nullable Part next() {
        refusing = true;
        return parts.poll();
    }

    /** One part that does not close is no reason to leave the others running. */
    private static void close(Part part) {
        try {
            part.running().close();
        } catch (Exception failure) {
            log.atWarn().addKeyValue("part", part.name()).setCause(failure).log("did not close cleanly");
        }
    }
}
