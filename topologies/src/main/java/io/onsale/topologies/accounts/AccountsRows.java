package io.onsale.topologies.accounts;

import io.onsale.schemas.accounts.StoredAccount;
import io.onsale.schemas.accounts.StoredBinding;
import io.onsale.schemas.accounts.StoredCode;
import io.onsale.schemas.accounts.StoredEnding;
import io.onsale.schemas.accounts.StoredLogins;
import io.onsale.schemas.accounts.StoredSession;
import io.onsale.schemas.accounts.StoredTries;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.topologies.accounts.domain.Account;
import io.onsale.topologies.accounts.domain.Binding;
import io.onsale.topologies.accounts.domain.CodeTries;
import io.onsale.topologies.accounts.domain.Ending;
import io.onsale.topologies.accounts.domain.Logins;
import io.onsale.topologies.accounts.domain.SentCode;
import io.onsale.topologies.accounts.domain.Session;
import io.onsale.topologies.accounts.domain.SessionEnd;
import io.onsale.topologies.kit.RowKind;

/** Accounts' kinds of rows, and how they are kept. */
final class AccountsRows {

    /** By account and session. */
    static final RowKind<Session> SESSIONS =
            RowKind.of('S', "sessions", StoredSession.class, AccountsRows::store, AccountsRows::load);

    /** By the HMAC of an email address, and by that and an address's: failed logins with it, from all and from one. */
    static final RowKind<Logins> LOGINS =
            RowKind.of('L', "logins", StoredLogins.class, AccountsRows::store, AccountsRows::load);

    /** By guest, or the HMAC of an email address: the code that was last sent. */
    static final RowKind<SentCode> CODES =
            RowKind.of('C', "codes", StoredCode.class, AccountsRows::store, AccountsRows::load);

    /** By those and the HMAC of an address: what came from there about their codes. */
    static final RowKind<CodeTries> TRIES =
            RowKind.of('T', "tries", StoredTries.class, AccountsRows::store, AccountsRows::load);

    /** By guest and session: the one reservation that it may order. */
    static final RowKind<Binding> BINDINGS =
            RowKind.of('B', "bindings", StoredBinding.class, AccountsRows::store, AccountsRows::load);

    /** By account: which of its sessions the last change of its password ended. */
    static final RowKind<Ending> ENDINGS =
            RowKind.of('E', "endings", StoredEnding.class, AccountsRows::store, AccountsRows::load);

    private AccountsRows() {}

    /** By the HMAC of an email address: the account that has it. */
    static RowKind<Account> identities(Pseudonyms pseudonyms) {
        return RowKind.of(
                'I',
                "identities",
                StoredAccount.class,
                AccountMapping::store,
                stored -> AccountMapping.load(stored, pseudonyms));
    }

    private static StoredSession store(Session session) {
        SessionEnd end = session.end();
        return new StoredSession(
                session.generation(),
                session.expiresAt(),
                end == null ? null : io.onsale.schemas.accounts.SessionEnd.valueOf(end.name()),
                session.requestKey(),
                session.proven());
    }

    private static Session load(StoredSession session) {
        io.onsale.schemas.accounts.SessionEnd end = session.getEnd();
        return new Session(
                session.getGeneration(),
                session.getExpiresAt(),
                end == null ? null : SessionEnd.valueOf(end.name()),
                session.getRequestKey(),
                session.getProven());
    }

    private static StoredLogins store(Logins logins) {
        return new StoredLogins(logins.failures(), logins.lastAt(), logins.lockedUntil());
    }

    private static Logins load(StoredLogins logins) {
        return new Logins(logins.getFailures(), logins.getLastAt(), logins.getLockedUntil());
    }

    private static StoredCode store(SentCode code) {
        return new StoredCode(
                code.attempt(), code.sentAt(), code.failures(), code.used(), code.windowFrom(), code.inWindow());
    }

    private static SentCode load(StoredCode code) {
        return new SentCode(
                code.getAttempt(),
                code.getSentAt(),
                code.getFailures(),
                code.getUsed(),
                code.getWindowFrom(),
                code.getInWindow());
    }

    private static StoredTries store(CodeTries tries) {
        return new StoredTries(tries.attempt(), tries.failures(), tries.windowFrom(), tries.inWindow(), tries.lastAt());
    }

    private static CodeTries load(StoredTries tries) {
        return new CodeTries(
                tries.getAttempt(), tries.getFailures(), tries.getWindowFrom(), tries.getInWindow(), tries.getLastAt());
    }

    private static StoredBinding store(Binding binding) {
        return new StoredBinding(binding.holdId(), binding.expiresAt());
    }

    private static Binding load(StoredBinding binding) {
        return new Binding(binding.getHoldId(), binding.getExpiresAt());
    }

    private static StoredEnding store(Ending ending) {
        return new StoredEnding(ending.sequence(), ending.kept(), ending.expiresAt());
    }

    private static Ending load(StoredEnding ending) {
        return new Ending(ending.getSequence(), ending.getKept(), ending.getExpiresAt());
    }
}
