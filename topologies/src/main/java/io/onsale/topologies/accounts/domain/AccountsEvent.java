package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.kit.domain.Sealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to accounts and their sessions. */
public sealed interface AccountsEvent {

    /** There is a new account. */
    record AccountOpened(Account account) implements AccountsEvent {}

    /**
     * A sign-up was refused.
     *
     * @param account that it would have opened
     * @param holder whose the email address is, where that is the reason
     */
    record SignUpRefused(
            Refusal refusal, String account, @Nullable Account holder) implements AccountsEvent {}

    /** An account has another role. */
    record RoleGranted(Account account) implements AccountsEvent {}

    /** A provider verified who the account's person is. */
    record IdentityVerified(Account account) implements AccountsEvent {}

    /**
     * Whoever has an email address, if anybody does, is sent a code by which to set another password.
     *
     * @param source HMAC of the address from which it was asked for
     * @param holder whose the email address is, where it is anybody's
     */
    record ResetRequested(
            SentCode code,
            String source,
            CodeTries tries,
            @Nullable Account holder) implements AccountsEvent {}

    /**
     * An account has another password, after the former was typed.
     *
     * @param session in which it was asked for
     */
    record PasswordChanged(Account account, String session) implements AccountsEvent {}

    /**
     * An account has another password, after the code that was sent was typed.
     *
     * @param source HMAC of the address it came from
     */
    record PasswordReset(Account account, SentCode code, String source) implements AccountsEvent {}

    /** An account's person told something anew. */
    record PersonChanged(Account account) implements AccountsEvent {}

    /**
     * All sessions of an account that were begun with a former password are ended.
     *
     * @param sequence of the email's event by which it has another one
     * @param kept the one that goes on, or null where none does
     */
    record OtherSessionsEnded(
            String account, long sequence, @Nullable String kept) implements AccountsEvent {}

    /** An account is no more. */
    record AccountDeleted(Account account, List<PlaceInLine> places) implements AccountsEvent {}

    /** No session of an account is left, and none will begin. */
    record SessionsEnded(String account) implements AccountsEvent {}

    /** What was known of a guest is forgotten. */
    record GuestDeleted(String guest, List<PlaceInLine> places) implements AccountsEvent {}

    /** A guest's session is for this reservation. */
    record SessionBound(SessionId session, Binding binding) implements AccountsEvent {}

    /** A guest's session is for no reservation any more. */
    record SessionUnbound(SessionId session) implements AccountsEvent {}

    /**
     * A login was let in, or was not.
     *
     * @param source HMAC of the address it came from
     * @param from failures from there
     * @param all failures from anywhere
     * @param holder whose the email address is, where it is anybody's
     */
    record LoginJudged(
            boolean accepted,
            String source,
            Logins from,
            Logins all,
            @Nullable Account holder) implements AccountsEvent {

        /** Until when a login from there is refused, right or wrong; null where it is not. */
        public @Nullable Instant lockedUntil() {
            Instant one = from.lockedUntil();
            Instant other = all.lockedUntil();
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isAfter(other) ? one : other;
        }
    }

    /**
     * A code is on its way to a contact.
     *
     * @param contact its HMAC
     * @param source HMAC of the address from which it was asked for
     */
    record CodeRequested(String contact, SentCode code, Sealed recipient, String source, CodeTries tries)
            implements AccountsEvent {}

    /** An order may be sent a code; so many were sent to the contact. */
    record OrderCodeCounted(CodeTries orders) implements AccountsEvent {}

    /** A guest typed the right code. */
    record ContactProven(String guest, SentCode code) implements AccountsEvent {}

    /**
     * A wrong code was typed.
     *
     * @param source HMAC of the address it came from
     * @param holder whose account it is about, where there is one
     */
    record CodeFailed(
            SentCode code,
            String source,
            CodeTries tries,
            @Nullable Account holder) implements AccountsEvent {}

    /**
     * Something asked about an account or a guest was refused.
     *
     * @param account that it is about, where there is one
     */
    record AccountRefused(Refusal refusal, @Nullable Account account) implements AccountsEvent {}

    /**
     * The refresh token of this generation is the session's valid one.
     *
     * @param requestKey of the request that made it so, or null where it has none
     * @param proven the email's event by which its holder was known to have the password of then
     */
    record SessionGranted(
            SessionId session,
            int generation,
            Instant expiresAt,
            @Nullable String requestKey,
            long proven) implements AccountsEvent {}

    /** A session was ended. */
    record SessionClosed(SessionId session, SessionEnd reason) implements AccountsEvent {}

    /** Something asked of a session was refused. */
    record SessionRefused(SessionId session, Refusal refusal) implements AccountsEvent {}
}
