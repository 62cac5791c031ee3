package io.onsale.topologies.accounts;

import io.onsale.schemas.accounts.StoredAccount;
import io.onsale.schemas.accounts.StoredCode;
import io.onsale.schemas.accounts.StoredLogins;
import io.onsale.schemas.accounts.StoredSession;
import io.onsale.topologies.accounts.domain.Account;
import io.onsale.topologies.accounts.domain.GuestCode;
import io.onsale.topologies.accounts.domain.Logins;
import io.onsale.topologies.accounts.domain.Session;
import io.onsale.topologies.accounts.domain.SessionEnd;
import io.onsale.topologies.kit.RowKind;
import java.util.List;

/** Accounts' kinds of rows, and how they are kept. */
final class AccountsRows {

    /** By the HMAC of an email address: the account that has it. */
    static final RowKind<Account> IDENTITIES =
            RowKind.of('I', "identities", StoredAccount.class, AccountMapping::store, AccountMapping::load);

    /** By account and session. */
    static final RowKind<Session> SESSIONS =
            RowKind.of('S', "sessions", StoredSession.class, AccountsRows::store, AccountsRows::load);

    /** By the HMAC of an email address: failed logins with it. */
    static final RowKind<Logins> LOGINS =
            RowKind.of('L', "logins", StoredLogins.class, AccountsRows::store, AccountsRows::load);

    /** By guest: the code that was last sent. */
    static final RowKind<GuestCode> CODES =
            RowKind.of('C', "codes", StoredCode.class, AccountsRows::store, AccountsRows::load);

    static final List<RowKind<?>> ALL = List.of(IDENTITIES, SESSIONS, LOGINS, CODES);

    private AccountsRows() {}

    private static StoredSession store(Session session) {
        SessionEnd end = session.end();
        return new StoredSession(
                session.generation(),
                session.expiresAt(),
                end == null ? null : io.onsale.schemas.accounts.SessionEnd.valueOf(end.name()),
                session.requestKey());
    }

    private static Session load(StoredSession session) {
        io.onsale.schemas.accounts.SessionEnd end = session.getEnd();
        return new Session(
                session.getGeneration(),
                session.getExpiresAt(),
                end == null ? null : SessionEnd.valueOf(end.name()),
                session.getRequestKey());
    }

    private static StoredLogins store(Logins logins) {
        return new StoredLogins(logins.failures(), logins.lastAt(), logins.lockedUntil());
    }

    private static Logins load(StoredLogins logins) {
        return new Logins(logins.getFailures(), logins.getLastAt(), logins.getLockedUntil());
    }

    private static StoredCode store(GuestCode code) {
        return new StoredCode(
                code.attempt(), code.sentAt(), code.failures(), code.used(), code.windowFrom(), code.inWindow());
    }

    private static GuestCode load(StoredCode code) {
        return new GuestCode(
                code.getAttempt(),
                code.getSentAt(),
                code.getFailures(),
                code.getUsed(),
                code.getWindowFrom(),
                code.getInWindow());
    }
}
