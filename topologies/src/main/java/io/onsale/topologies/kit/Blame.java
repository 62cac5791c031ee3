package io.onsale.topologies.kit;

import io.onsale.schemas.registry.RegistryUnavailableException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells a bug of ours, which the same record would meet again for ever, from trouble that passes. */
final class Blame {

    private Blame() {}

    /** True where trying the same record again would only fail again. */
    static boolean isOurs(RuntimeException failure) {
        if (!(failure instanceof KafkaException)) {
            return true;
        }
        // A record of ours that cannot be written; a lost broker, a moved task and a full disk are none of these.
        return causedBySerialization(failure) && !RegistryUnavailableException.isCauseOf(failure);
    }

    private static boolean causedBySerialization(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }
}
