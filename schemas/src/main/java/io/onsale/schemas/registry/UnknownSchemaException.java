package io.onsale.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The registry does not know a schema id, or knows it as something that cannot be used; the record is undecodable. */
public final class UnknownSchemaException extends SerializationException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
