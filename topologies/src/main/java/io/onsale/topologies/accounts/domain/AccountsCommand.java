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
     */
    record ReportLogin(boolean matched, String source) implements AccountsCommand {}

    /** Note by which reference a provider knows that it verified the account's person. */
    record RecordIdentity(String account, String reference) implements AccountsCommand {}

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
