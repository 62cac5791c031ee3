package io.onsale.outbound;

/** What a command asks for cannot be done now, but will be later. */
public final class TryAgainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TryAgainException(String why) {
        // Waiting for somebody else's server is daily business, and nobody reads where it began: no stack trace.
        super(why, null, false, false);
    }
}
