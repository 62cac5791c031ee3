package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsEvent.AccountOpened;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionClosed;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionGranted;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.SignUpRefused;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All of accounts' state; only {@link #apply} changes it. */
public final class AccountsBooks implements Books<AccountsView, AccountsEvent> {

    private final IdentityBook identities;
    private final SessionBook sessions;

    public AccountsBooks(Table<Account> identities, Table<Session> sessions) {
        this.identities = new IdentityBook(identities);
        this.sessions = new SessionBook(sessions);
    }

    @Override
    public AccountsView view(String key) {
        return new View(key);
    }

    @Override
    public void apply(String key, AccountsEvent happened, Instant at) {
        switch (happened) {
            case AccountOpened opened -> identities.open(key, opened.account());
            case SessionGranted granted -> sessions.grant(granted);
            case SessionClosed closed -> sessions.end(closed.session(), closed.reason());
            case SignUpRefused refused -> {}
            case SessionRefused refused -> {}
        }
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
        public @Nullable Session session(String id) {
            return sessions.get(new SessionId(key, id));
        }
    }
}
