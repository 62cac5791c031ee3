package io.onsale.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The started parts; closes the newest first, because later parts need earlier ones.
 *
 * <p>A part that is added after the closing, by a start that was still under way, is closed at once.
 */
final class Parts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private record Part(String name, AutoCloseable running) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean closed;

    synchronized <T extends AutoCloseable> T add(String name, T running) {
        if (closed) {
            close(new Part(name, running));
        } else {
            parts.push(new Part(name, running));
        }
        return running;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
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
