/**
 * Accounts decides who has which email address and role, who may log in, and which refresh token of a session is the valid one.
 *
 * <p>Commands come in on {@code onsale.accounts.commands.v1}. Sign-ups are keyed by the email's HMAC, so that two for one address are judged in one
 * order; commands about sessions are keyed by account. Events go out on {@code onsale.accounts.events.v1}, answers on
 * {@code onsale.accounts.replies.v1}, and an account as it stands on {@code onsale.accounts.state.v1}, with the sealed secrets that no event carries.
 *
 * <p>Logins are judged under the email's HMAC too, whether anybody has the address or not, and so are changes of the password and the codes by which a
 * forgotten one is set; codes for guests under {@code guest:} and the contact's HMAC. Another password is told to the account's key by a command, which
 * ends the sessions that were begun with the former. A person's own key is not among all this: it is on {@code onsale.accounts.keys.v1} alone, written
 * by the edge before the sign-up or a guest's code, and removed from here when the account or guest is deleted or was never opened. Whoever is deleted
 * leaves every line that the command names: admission is told on {@code onsale.admission.commands.v1}.
 *
 * <p>Rows: {@code identities} (email's HMAC → account), {@code sessions} (account|session → session), {@code logins} (email's HMAC, or that|address's
 * HMAC → failures in a row), {@code codes} (guest, or email's HMAC → the code last sent), {@code tries} (those|address's HMAC → what came from there
 * about codes; guest|orders → the codes that orders were sent), {@code bindings} (guest|session → the one reservation it may order), {@code endings}
 * (account → which sessions the last change of its password ended).
 *
 * <p>Emails and guests that never had an account are forgotten two days after their last event, and counted from one again then.
 *
 * <p>Invariants: an email address has at most one account; nobody signs up to more than a fan's or an organizer's rights; of a session one refresh token
 * is valid, and an older one that turns up ends the session; an ended session never comes back; no session goes on or begins with a former password; of
 * all guesses at a password or a code, made at however many edges, only a stated few are judged, and fewer still from one address; a guest's session
 * orders one reservation.
 *
 * <p>{@code domain} holds the rules; {@link io.onsale.topologies.accounts.AccountsIo} names topics, {@link io.onsale.topologies.accounts.AccountsRows}
 * the kinds of rows; {@link io.onsale.topologies.accounts.AccountsMapping} and {@link io.onsale.topologies.accounts.AccountMapping} are the only places
 * that know both Avro and the domain.
 */
@NullMarked
package io.onsale.topologies.accounts;

import org.jspecify.annotations.NullMarked;
