package io.onsale.standalone.kafka;

import io.onsale.standalone.ToldToUser;
import org.jspecify.annotations.Nullable;

/** The broker could not start; the message tells the person at the terminal why. */
public final class BrokerStartException extends ToldToUser {
    private static final long serialVersionUID = 1L;

    public BrokerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
