package io.onsale.topologies.accounts.domain;

import org.jspecify.annotations.Nullable;

/** What the decider may see under one key. */
public interface AccountsView {

    String key();

    /** The account of the email address that is the key, or null where it is free. */
    @Nullable
    Account account();

    /** A session of the account that is the key, or null where there is none. */
    @Nullable
    Session session(String id);
}
