package io.onsale.schemas.registry;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** No schema registry gave a usable answer; the record at hand may be perfectly good, so retry it or stop. */
public final class RegistryUnavailableException extends KafkaException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Tells whether a failure, however a client or a stream wrapped it, comes from an unavailable registry. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        Throwable link = failure;
        // A chain of causes may be circular; nobody wraps a hundred times.
        for (int depth = 0; link != null && depth < 100; depth++) {
            if (link instanceof RegistryUnavailableException) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }
}
