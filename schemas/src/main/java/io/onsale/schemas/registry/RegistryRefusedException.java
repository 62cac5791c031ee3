package io.onsale.schemas.registry;

import org.apache.kafka.common.KafkaException;

/** The schema registry understood the request and said no. */
public final class RegistryRefusedException extends KafkaException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int errorCode;

    public RegistryRefusedException(int status, int errorCode, String message) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** The HTTP status of the refusal. */
    public int status() {
        return status;
    }

    /** Confluent's error code, such as 40403 for a schema that is not there or 409 for an incompatible one. */
    public int errorCode() {
        return errorCode;
    }
}
