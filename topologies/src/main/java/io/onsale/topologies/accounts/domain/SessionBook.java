package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsEvent.SessionGranted;
import io.onsale.topologies.kit.domain.Table;
import org.jspecify.annotations.Nullable;

/** The sessions of every account. */
final class SessionBook {

    private final Table<Session> sessions;

    SessionBook(Table<Session> sessions) {
        this.sessions = sessions;
    }

    @Nullable
    Session get(SessionId id) {
        return sessions.get(key(id));
    }

    void grant(SessionGranted granted) {
        Session session = new Session(granted.generation(), granted.expiresAt(), null, granted.requestKey());
        sessions.put(key(granted.session()), session);
    }

    void end(SessionId id, SessionEnd why) {
        Session open = get(id);
        if (open == null) {
            throw new IllegalStateException("no session to end: " + id.id());
        }
        sessions.put(key(id), open.ended(why));
    }

    private static String key(SessionId id) {
        return id.account() + '|' + id.id();
    }
}
