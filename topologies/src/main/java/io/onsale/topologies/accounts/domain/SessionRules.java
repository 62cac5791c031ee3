package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.CloseSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndOtherSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.OpenSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.RotateSession;
import io.onsale.topologies.accounts.domain.AccountsEvent.OtherSessionsEnded;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionClosed;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionGranted;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionsEnded;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which a session begins, goes on and ends. */
final class SessionRules {

    private static final int FIRST_GENERATION = 0;
    private static final Refusal ENDED = Refusal.of("session_ended", "This session has ended; log in again.");

    Decision<AccountsEvent> open(AccountsView view, OpenSession open, Instant at) {
        SessionId id = open.session();
        if (isElsewhere(view, id)) {
            return wrongKey(id);
        }
        if (view.sessionsEnded(at)) {
            return refuse(id, ENDED);
        }
        if (view.session(id.id(), at) != null) {
            return refuse(id, Refusal.of("session_exists", "There is a session of this id already."));
        }
        Ending ending = view.ending(at);
        long latest = ending == null ? 0 : ending.sequence();
        long proven = open.proven() == null ? latest : open.proven();
        if (!at.isBefore(open.expiresAt()) || proven < latest) {
            return refuse(id, ENDED);
        }
        return Decision.of(new SessionGranted(id, FIRST_GENERATION, open.expiresAt(), null, proven));
    }

    Decision<AccountsEvent> rotate(AccountsView view, RotateSession rotate, Instant at) {
        SessionId id = rotate.session();
        if (isElsewhere(view, id)) {
            return wrongKey(id);
        }
        Session session = known(view, id, at);
        if (session == null || session.end() != null || rotate.generation() > session.generation()) {
            return refuse(id, ENDED);
        }
        if (session.repeats(rotate)) {
            return Decision.answer(granted(id, session, session.generation(), session.requestKey()));
        }
        if (rotate.generation() < session.generation()) {
            return endAfterReuse(id);
        }
        return Decision.of(granted(id, session, session.generation() + 1, rotate.requestKey()));
    }

    private static SessionGranted granted(SessionId id, Session session, int generation, @Nullable String requestKey) {
        return new SessionGranted(id, generation, session.expiresAt(), requestKey, session.proven());
    }

    Decision<AccountsEvent> close(AccountsView view, CloseSession close, Instant at) {
        SessionId id = close.session();
        if (isElsewhere(view, id)) {
            return wrongKey(id);
        }
        Session session = known(view, id, at);
        if (session == null) {
            return refuse(id, ENDED);
        }
        return session.end() == null
                ? Decision.of(new SessionClosed(id, SessionEnd.LOGOUT))
                : Decision.answer(new SessionClosed(id, session.end()));
    }

    Decision<AccountsEvent> endAll(AccountsView view, EndSessions end, Instant at) {
        return view.sessionsEnded(at) || isElsewhere(view, end.account())
                ? Decision.nothing()
                : Decision.silently(List.of(new SessionsEnded(end.account())));
    }

    /** The session in which the password was changed goes on, unless it was at its end already: no ended session comes back. */
    Decision<AccountsEvent> endOthers(AccountsView view, EndOtherSessions end, Instant at) {
        Ending before = view.ending(at);
        boolean isNew = before == null || before.sequence() < end.sequence();
        if (!isNew || view.sessionsEnded(at) || isElsewhere(view, end.account())) {
            return Decision.nothing();
        }
        @Nullable Session kept = end.kept() == null ? null : known(view, new SessionId(end.account(), end.kept()), at);
        boolean goesOn = kept != null && kept.end() == null;
        return Decision.silently(
                List.of(new OtherSessionsEnded(end.account(), end.sequence(), goesOn ? end.kept() : null)));
    }

    /** A token was used that had been traded in before: it or its successor is in wrong hands, so both are worth nothing now. */
    private static Decision<AccountsEvent> endAfterReuse(SessionId id) {
        Refusal reused = Refusal.of("refresh_reused", "This refresh token was used before; the session is ended.");
        return new Decision<>(List.of(new SessionClosed(id, SessionEnd.REUSE)), new SessionRefused(id, reused));
    }

    private static @Nullable Session known(AccountsView view, SessionId id, Instant at) {
        Session session = view.sessionsEnded(at) ? null : view.session(id.id(), at);
        Ending ending = view.ending(at);
        return session == null || (ending != null && ending.ends(id.id(), session)) ? null : session;
    }

    private static boolean isElsewhere(AccountsView view, SessionId id) {
        return isElsewhere(view, id.account());
    }

    private static boolean isElsewhere(AccountsView view, String account) {
        return !view.key().equals(account);
    }

    private static Decision<AccountsEvent> wrongKey(SessionId id) {
        return refuse(id, Refusal.of("wrong_key", "A session is keyed by its account."));
    }

    private static Decision<AccountsEvent> refuse(SessionId id, Refusal why) {
        return Decision.of(new SessionRefused(id, why));
    }
}
