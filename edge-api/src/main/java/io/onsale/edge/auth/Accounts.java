package io.onsale.edge.auth;

import io.onsale.schemas.accounts.AccountState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** The accounts that are in view, each with its person's key. */
public interface Accounts {

    /** The account of an email, by the key under which the log knows it. */
    Optional<AccountState> byEmailKey(String emailKey);

    /** The account of an id. */
    Optional<AccountState> byId(String accountId);

    /** The newest key of a person, an account's or a guest's, sealed as in its topic. */
    Optional<ByteBuffer> newestKey(String personId);

    /** Whether there was an account or a guest of this id, and is no more. */
    boolean isDeleted(String accountId);

    /** Waits until the account of this email has come to this sequence; false where it doesn't in time. */
    boolean await(String emailKey, long sequence, Duration patience);
}
