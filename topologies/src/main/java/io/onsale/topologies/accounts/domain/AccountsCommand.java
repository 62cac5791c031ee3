package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Sealed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of accounts. */
public sealed interface AccountsCommand {

    /** Open an account for the email address whose HMAC is the key. */
    record SignUp(String accountId, Role role, Secrets secrets, Person person) implements AccountsCommand {}

    /** Give the account of the email address whose HMAC is the key another role. */
    record GrantRole(Role role) implements AccountsCommand {}

    /**
     * Judge a login with the email address whose HMAC is the key, by whether the password was the account's.
     *
     * @param source HMAC of the address it came from
     * @param generation of the password that it was compared with, or null where no account was known
     */
    record ReportLogin(
            boolean matched, String source, @Nullable Integer generation) implements AccountsCommand {}

    /**
     * Give an account another password.
     *
     * @param session in which this is asked for, and which goes on
     * @param current how the password that it has was typed
     * @param credential the new one's
     */
    record ChangePassword(String account, String session, ReportLogin current, Sealed credential)
            implements AccountsCommand {}

    /**
     * Send a code to the email address whose HMAC is in the key, if anybody has it, by which to set another password.
     *
     * @param source HMAC of the address it came from
     */
    record RequestReset(String source) implements AccountsCommand {}

    /**
     * Set another password by the code that was sent.
     *
     * @param account whose key sealed the credential
     * @param source HMAC of the address it came from
     */
    record ResetPassword(String account, Sealed proof, String source, Sealed credential) implements AccountsCommand {}

    /**
     * Note what an account's person tells anew.
     *
     * @param name or null where that stays
     * @param phone or null where that stays
     * @param withoutPhone forget the one that is known
     */
    record ChangePerson(
            String account, @Nullable Sealed name, @Nullable Sealed phone, boolean withoutPhone)
            implements AccountsCommand {}

    /** Note who the account's person is, whom a provider verified. */
    record RecordIdentity(String account, String identityKey) implements AccountsCommand {}

    /** End an account for good, or forget a guest. */
    record DeleteAccount(String account, List<PlaceInLine> places) implements AccountsCommand {

        public DeleteAccount {
            places = List.copyOf(places);
        }
    }

    /**
     * Send a code to the contact whose HMAC is in the key.
     *
     * @param source HMAC of the address it came from
     */
    record RequestCode(Sealed recipient, String source) implements AccountsCommand {}

    /**
     * Prove a contact by the code that was sent there.
     *
     * @param source HMAC of the address it came from
     */
    record ProveContact(Sealed proof, String source) implements AccountsCommand {}

    /**
     * Count a code that an order will be sent, against the contact whose HMAC is in the key.
     *
     * @param givenBack one less instead: the order was refused, and no code was sent
     */
    record CountOrderCode(boolean givenBack) implements AccountsCommand {}

    /** Let a guest's session order this one reservation. */
    record BindSession(SessionId session, String holdId, Instant expiresAt) implements AccountsCommand {}

    /** Let a guest's session order another reservation, because the order of this one came to nothing. */
    record UnbindSession(SessionId session, String holdId) implements AccountsCommand {}

    /** End all sessions of the account that is the key. */
    record EndSessions(String account) implements AccountsCommand {}

    /**
     * End all sessions of the account that is the key that were begun with a former password.
     *
     * @param sequence of the email's event by which it has another one
     * @param kept the session that goes on, or null where none does
     */
    record EndOtherSessions(
            String account, long sequence, @Nullable String kept) implements AccountsCommand {}

    /**
     * Begin a session.
     *
     * @param proven the email's event by which its holder was known to have the password of then, or null where nobody said
     */
    record OpenSession(
            SessionId session, Instant expiresAt, @Nullable Long proven) implements AccountsCommand {}

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
