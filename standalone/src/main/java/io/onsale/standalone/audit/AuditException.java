package io.onsale.standalone.audit;

import io.onsale.standalone.ToldToUser;

/** The audit could not be made; nothing is said about what it would have found. */
public final class AuditException extends ToldToUser {

    public AuditException(String message) {
        super(message);
    }

    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
