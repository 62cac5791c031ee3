package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.LoginJudged;
import io.onsale.schemas.accounts.ReportLogin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Has every check of a password judged in the log, where all guesses at one are in one order, before anybody hears how it went. */
final class LoginGate {

    private final Commands commands;
    private final Sources sources;
    private final Clock clock;

    LoginGate(Commands commands, Sources sources, Clock clock) {
        this.commands = commands;
        this.sources = sources;
        this.clock = clock;
    }

    /** Goes on only where the password was right and its account isn't locked. */
    void pass(Context ctx, String route, String emailKey, boolean matched) {
        AccountReply reply = commands.ask(
                Requests.plain(ctx, route, Caller.anonymous()),
                Exchange.ACCOUNTS,
                emailKey,
                envelope -> new AccountCommand(envelope, new ReportLogin(matched, sources.of(ctx))));
        if (!(reply.getOutcome() instanceof LoginJudged judged)) {
            throw Refusals.unexpected(reply.getOutcome());
        }
        if (!judged.getAccepted()) {
            throw judged.getLockedUntil() == null ? badCredentials() : locked(judged.getLockedUntil());
        }
    }

    static ProblemException badCredentials() {
        return Problem.of(401, "bad_credentials", "There is no account with this email and password.")
                .withHeader("WWW-Authenticate", "Bearer")
                .toException();
    }

    /** Said of a right password as of a wrong one, and of an email that nobody has. */
    private ProblemException locked(Instant until) {
        long seconds = Duration.between(clock.instant(), until).toSeconds() + 1;
        return Problem.of(429, "too_many_attempts", "Too many wrong passwords for this email; wait before the next.")
                .retryAfterSeconds((int) Math.max(1, seconds))
                .toException();
    }
}
