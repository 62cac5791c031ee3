package io.onsale.payments.simulator.journal;

/** The journal cannot be read or written; nothing that was not acknowledged has happened. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
