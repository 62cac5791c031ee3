package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsEvent.OtherSessionsEnded;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionGranted;
import io.onsale.topologies.kit.domain.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sessions of every account. */
final class SessionBook {

    private static final Duration LONGEST_LIFE = Duration.ofDays(365);

    private final Table<Session> sessions;
    private final Table<Ending> endings;

    SessionBook(Table<Session> sessions, Table<Ending> endings) {
        this.sessions = sessions;
        this.endings = endings;
    }

    @Nullable
    Session get(SessionId id, Instant at) {
        Session session = sessions.get(key(id));
        return session == null || session.expired(at) ? null : session;
    }

    void grant(SessionGranted granted) {
        Session session =
                new Session(granted.generation(), granted.expiresAt(), null, granted.requestKey(), granted.proven());
        sessions.put(key(granted.session()), session);
    }

    void end(SessionId id, SessionEnd why) {
        Session open = sessions.get(key(id));
        if (open == null) {
            throw new IllegalStateException("no session to end: " + id.id());
        }
        sessions.put(key(id), open.ended(why));
    }

    /** Leaves a row in the place of all sessions there were or might be, until the last of them would have expired. */
    void endAll(String account, Instant at) {
        sessions.put(key(all(account)), new Session(0, at.plus(LONGEST_LIFE), SessionEnd.DELETED, null, 0));
    }

    /** Leaves a row that tells those sessions from the others, until the last of them would have expired. */
    void endOthers(OtherSessionsEnded ended, Instant at) {
        endings.put(ended.account(), new Ending(ended.sequence(), ended.kept(), at.plus(LONGEST_LIFE)));
    }

    @Nullable
    Ending ending(String account, Instant at) {
        Ending ending = endings.get(account);
        return ending == null || ending.expired(at) ? null : ending;
    }

    boolean allEnded(String account, Instant at) {
        return get(all(account), at) != null;
    }

    private static SessionId all(String account) {
        return new SessionId(account, "");
    }

    private static String key(SessionId id) {
        return id.account() + '|' + id.id();
    }
}
