package io.onsale.standalone.registry;

import io.onsale.standalone.ToldToUser;

/** The registry could not start; the message tells the person at the terminal why. */
public final class RegistryStartException extends ToldToUser {
    private static final long serialVersionUID = 1L;

    RegistryStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
