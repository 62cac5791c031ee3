package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to accounts and their sessions. */
public sealed interface AccountsEvent {

    /** There is a new account. */
    record AccountOpened(Account account) implements AccountsEvent {}

    /**
     * A sign-up was refused.
     *
     * @param holder whose the email address is, where that is the reason
     */
    record SignUpRefused(Refusal refusal, @Nullable Account holder) implements AccountsEvent {}

    /**
     * The refresh token of this generation is the session's valid one.
     *
     * @param requestKey of the request that made it so, or null where it has none
     */
    record SessionGranted(
            SessionId session,
            int generation,
            Instant expiresAt,
            @Nullable String requestKey) implements AccountsEvent {}

    /** A session was ended. */
    record SessionClosed(SessionId session, SessionEnd reason) implements AccountsEvent {}

    /** Something asked of a session was refused. */
    record SessionRefused(SessionId session, Refusal refusal) implements AccountsEvent {}
}
