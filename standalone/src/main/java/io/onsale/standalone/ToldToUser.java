package io.onsale.standalone;

import org.jspecify.annotations.Nullable;

/** A failure whose message is one line for the person at the terminal: what is wrong and what to do. */
public class ToldToUser extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ToldToUser(String message) {
        this(message, null);
    }

    public ToldToUser(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
