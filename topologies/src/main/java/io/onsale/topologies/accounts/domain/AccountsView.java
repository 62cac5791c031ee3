package io.onsale.topologies.accounts.domain;

import org.jspecify.annotations.Nullable;

/** What the decider may see under one key. */
public interface AccountsView {

    String key();

    /** The account of the email address that is the key, or null where it is free. */
    @Nullable
    Account account();

    /** Failed logins with the email address that is the key, from anywhere. */
    Logins logins();

    /** Failed logins with the email address that is the key, from one address. */
    Logins logins(String source);

    /** The code that was last sent to what is the key, or null where none was. */
    @Nullable
    SentCode code();

    /** In place of an address: what was sent to the contact for its orders. */
    String ORDERS = "orders";

    /** What came from one address about the codes of what is the key. */
    CodeTries tries(String source);

    /** What a session of the guest that is the key is for, or null where it was for nothing yet. */
    @Nullable
    Binding binding(String session);

    /** Whether the account that is the key has had all its sessions ended, so that none may begin. */
    boolean sessionsEnded();

    /** Which sessions of the account that is the key the last change of its password ended, or null where none did. */
    @Nullable
    Ending ending();

    /** A session of the account that is the key, or null where there is none. */
    @Nullable
    Session session(String id);
}
