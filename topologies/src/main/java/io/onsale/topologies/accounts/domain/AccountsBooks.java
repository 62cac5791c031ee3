package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsEvent.AccountDeleted;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountOpened;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeFailed;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeRequested;
import io.onsale.topologies.accounts.domain.AccountsEvent.ContactProven;
import io.onsale.topologies.accounts.domain.AccountsEvent.GuestDeleted;
import io.onsale.topologies.accounts.domain.AccountsEvent.IdentityVerified;
import io.onsale.topologies.accounts.domain.AccountsEvent.LoginJudged;
import io.onsale.topologies.accounts.domain.AccountsEvent.OrderCodeCounted;
import io.onsale.topologies.accounts.domain.AccountsEvent.OtherSessionsEnded;
import io.onsale.topologies.accounts.domain.AccountsEvent.PasswordChanged;
import io.onsale.topologies.accounts.domain.AccountsEvent.PasswordReset;
import io.onsale.topologies.accounts.domain.AccountsEvent.PersonChanged;
import io.onsale.topologies.accounts.domain.AccountsEvent.ResetRequested;
import io.onsale.topologies.accounts.domain.AccountsEvent.RoleGranted;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionBound;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionClosed;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionGranted;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionUnbound;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionsEnded;
import io.onsale.topologies.accounts.domain.AccountsEvent.SignUpRefused;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All of accounts' state; only {@link #apply} changes it. */
public final class AccountsBooks implements Books<AccountsView, AccountsEvent> {

    private final IdentityBook identities;
    private final SessionBook sessions;
    private final Table<Logins> logins;
    private final CodeBook codes;
    private final BindingBook bindings;

    public AccountsBooks(
            Table<Account> identities,
            Table<Session> sessions,
            Table<Ending> endings,
            Table<Logins> logins,
            CodeBook codes,
            Table<Binding> bindings) {
        this.identities = new IdentityBook(identities);
        this.sessions = new SessionBook(sessions, endings);
        this.logins = logins;
        this.codes = codes;
        this.bindings = new BindingBook(bindings);
    }

    @Override
    public AccountsView view(String key) {
        return new View(key);
    }

    @Override
    public void apply(String key, AccountsEvent happened, Instant at) {
        switch (happened) {
            case AccountOpened opened -> identities.put(key, opened.account());
            case RoleGranted granted -> identities.put(key, granted.account());
            case IdentityVerified verified -> identities.put(key, verified.account());
            case PersonChanged changed -> identities.put(key, changed.account());
            case PasswordChanged changed -> {
                identities.put(key, changed.account());
                codes.forget(key);
            }
            case PasswordReset reset -> {
                identities.put(key, reset.account());
                codes.spent(key, reset.code());
                forgive(key, reset.source());
            }
            case AccountDeleted deleted -> {
                identities.remove(key);
                logins.remove(key);
                codes.forget(key);
            }
            case ResetRequested requested ->
                codes.counted(key, requested.code(), requested.source(), requested.tries());
            case OtherSessionsEnded ended -> sessions.endOthers(ended, at);
            case LoginJudged judged -> judge(key, judged);
            case CodeRequested requested -> codes.counted(key, requested.code(), requested.source(), requested.tries());
            case CodeFailed failed -> codes.counted(key, failed.code(), failed.source(), failed.tries());
            case OrderCodeCounted counted -> codes.countedForOrders(key, counted.orders());
            case ContactProven proven -> codes.spent(key, proven.code());
            case SessionBound bound -> bindings.bound(bound.session(), bound.binding());
            case SessionUnbound unbound -> bindings.unbound(unbound.session());
            case GuestDeleted deleted -> codes.forget(deleted.guest());
            case SessionsEnded ended -> sessions.endAll(ended.account(), at);
            case AccountRefused refused -> {}
            case SessionGranted granted -> sessions.grant(granted);
            case SessionClosed closed -> sessions.end(closed.session(), closed.reason());
            case SignUpRefused refused -> {}
            case SessionRefused refused -> {}
        }
    }

    private void judge(String key, LoginJudged judged) {
        if (judged.accepted()) {
            forgive(key, judged.source());
        } else {
            logins.put(key, judged.all());
            logins.put(from(key, judged.source()), judged.from());
        }
    }

    private void forgive(String key, String source) {
        logins.remove(key);
        logins.remove(from(key, source));
    }

    private static String from(String key, String source) {
        return key + '|' + source;
    }

    private Logins known(String key, Instant at) {
        Logins known = logins.get(key);
        return known == null || known.forgotten(at) ? Logins.NONE : known;
    }

    /** One key, read through the books. */
    private final class View implements AccountsView {

        private final String key;

        View(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public @Nullable Account account() {
            return identities.holder(key);
        }

        @Override
        public Logins logins(Instant at) {
            return known(key, at);
        }

        @Override
        public Logins logins(String source, Instant at) {
            return known(from(key, source), at);
        }

        @Override
        public @Nullable SentCode code(Instant at) {
            return codes.code(key, at);
        }

        @Override
        public CodeTries tries(String source, Instant at) {
            return codes.tries(key, source, at);
        }

        @Override
        public CodeTries orderCodes(Instant at) {
            return codes.forOrders(key, at);
        }

        @Override
        public @Nullable Binding binding(String session, Instant at) {
            return bindings.binding(new SessionId(key, session), at);
        }

        @Override
        public boolean sessionsEnded(Instant at) {
            return sessions.allEnded(key, at);
        }

        @Override
        public @Nullable Ending ending(Instant at) {
            return sessions.ending(key, at);
        }

        @Override
        public @Nullable Session session(String id, Instant at) {
            return sessions.get(new SessionId(key, id), at);
        }
    }
}
