package io.onsale.topologies.accounts.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be asked of accounts. */
public sealed interface AccountsCommand {

    /** Open an account for the email address whose HMAC is the key. */
    record SignUp(String accountId, Role role, Secrets secrets, Person person) implements AccountsCommand {}

    /** Begin a session. */
    record OpenSession(SessionId session, Instant expiresAt) implements AccountsCommand {}

    /**
     * Trade the refresh token of this generation for the next.
     *
     * @param requestKey by which a repetition of the request is known, or null where it has none
     */
    record RotateSession(
            SessionId session, int generation, @Nullable String requestKey) implements AccountsCommand {}

    /** End a session. */
    record CloseSession(SessionId session) implements AccountsCommand {}
}
