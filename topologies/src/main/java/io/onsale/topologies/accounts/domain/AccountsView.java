package io.onsale.topologies.accounts.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the decider may see under one key; at an instant from which on it is forgotten, nothing, whether or not it was cleared away yet. */
public interface AccountsView {

    String key();

    /** Whether the key is an email address or a guest, and not an account. */
    default boolean isContact() {
        return CodeUse.GUEST.isFor(this) || CodeUse.PASSWORD.isFor(this);
    }

    /** The account of the email address that is the key, or null where it is free. */
    @Nullable
    Account account();

    /** Failed logins with the email address that is the key, from anywhere. */
    Logins logins(Instant at);

    /** Failed logins with the email address that is the key, from one address. */
    Logins logins(String source, Instant at);

    /** The code that was last sent to what is the key, or null where none was. */
    @Nullable
    SentCode code(Instant at);

    /** What came from one address about the codes of what is the key. */
    CodeTries tries(String source, Instant at);

    /** The codes that were sent to the contact that is the key for its orders. */
    CodeTries orderCodes(Instant at);

    /** What a session of the guest that is the key is for, or null where it was for nothing yet. */
    @Nullable
    Binding binding(String session, Instant at);

    /** Whether the account that is the key has had all its sessions ended, so that none may begin. */
    boolean sessionsEnded(Instant at);

    /** Which sessions of the account that is the key the last change of its password ended, or null where none did. */
    @Nullable
    Ending ending(Instant at);

    /** A session of the account that is the key, or null where there is none. */
    @Nullable
    Session session(String id, Instant at);
}
