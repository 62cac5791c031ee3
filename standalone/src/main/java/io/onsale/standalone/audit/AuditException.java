package io.onsale.standalone.audit;

/** The audit could not be made; nothing is said about what it would have found. */
public final class AuditException extends RuntimeException {

    public AuditException(String message) {
        super(message);
    }

    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
