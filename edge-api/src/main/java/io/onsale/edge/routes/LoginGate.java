package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.routes.Guesses.Guess;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.LoginJudged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Has every check of a password judged in the log, where all guesses at one are in one order, before anybody hears how it went. */
final class LoginGate {

    /** How often a password that is changed meanwhile is compared anew. */
    private static final int TRIES = 3;

    private final Commands commands;
    private final Guesses guesses;
    private final InView inView;
    private final Clock clock;

    /**
     * Whoever was let in.
     *
     * @param sequence of the email's event by which the password was the account's
     */
    record Passed(AccountState account, long sequence) {}

    LoginGate(Commands commands, Guesses guesses, InView inView, Clock clock) {
        this.commands = commands;
        this.guesses = guesses;
        this.inView = inView;
        this.clock = clock;
    }

    /** Goes on only where the password was right and its account isn't locked. */
    Passed pass(Context ctx, String route, String emailKey, String password) {
        return pass(ctx, route, emailKey, password, LoginGate::badCredentials);
    }

    /** The same of whoever is signed in, and shows by it that this is still who signed in. */
    Passed confirm(Context ctx, String route, String emailKey, String password) {
        return pass(ctx, route, emailKey, password, LoginGate::notYours);
    }

    /** What somebody who is signed in hears of a password that was not let pass. */
    ProblemException refusedToConfirm(LoginJudged judged) {
        return refused(judged, LoginGate::notYours);
    }

    private Passed pass(Context ctx, String route, String emailKey, String password, Supplier<ProblemException> wrong) {
        for (int i = 0; i < TRIES; i++) {
            Guess guess = guesses.of(ctx, emailKey, password);
            AccountReply reply = commands.ask(
                    Requests.plain(ctx, route, Caller.anonymous()),
                    Exchange.ACCOUNTS,
                    emailKey,
                    envelope -> new AccountCommand(envelope, guess.report()));
            if (!Guesses.wasBehind(reply)) {
                return passed(guess, reply, wrong);
            }
            inView.require(emailKey, reply.getSequence());
        }
        throw InView.notYet();
    }

    private Passed passed(Guess guess, AccountReply reply, Supplier<ProblemException> wrong) {
        if (!(reply.getOutcome() instanceof LoginJudged judged)) {
            throw Refusals.unexpected(reply.getOutcome());
        }
        if (!judged.getAccepted()) {
            throw refused(judged, wrong);
        }
        return new Passed(guess.account().orElseThrow(wrong), reply.getSequence());
    }

    private ProblemException refused(LoginJudged judged, Supplier<ProblemException> wrong) {
        return judged.getLockedUntil() == null ? wrong.get() : locked(judged.getLockedUntil());
    }

    private static ProblemException badCredentials() {
        return wrong("There is no account with this email and password.");
    }

    private static ProblemException notYours() {
        return wrong("This is not your account's password.");
    }

    private static ProblemException wrong(String detail) {
        return Problem.of(401, "bad_credentials", detail)
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
