package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Passwords;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.routes.OwnAccount.Mine;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.ChangePassword;
import io.onsale.schemas.accounts.LoginJudged;
import io.onsale.schemas.accounts.PasswordChanged;
import io.onsale.schemas.common.Refusal;

/** Changing one's password. */
final class PasswordRoutes implements Routes {

    private static final String CHANGE = "POST /api/me/password";

    private final OwnAccount own;
    private final PasswordCommands commands;
    private final VersionHeaders versions;
    private final Passwords passwords;
    private final Guesses guesses;
    private final LoginGate gate;
    private final InView inView;
    private final Throttles throttles;

    PasswordRoutes(
            OwnAccount own,
            PasswordCommands commands,
            VersionHeaders versions,
            Passwords passwords,
            Guesses guesses,
            LoginGate gate,
            InView inView,
            Throttles throttles) {
        this.own = own;
        this.commands = commands;
        this.versions = versions;
        this.passwords = passwords;
        this.guesses = guesses;
        this.gate = gate;
        this.inView = inView;
        this.throttles = throttles;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/me/password", this::change);
    }

    private void change(Context ctx) {
        throttles.take(ctx, Call.PASSWORD);
        own.caller(ctx);
        Fields body = Bodies.object(ctx);
        String current = SignUpBody.currentPassword(body);
        String password = SignUpBody.newPassword(body);
        Mine mine = own.require(ctx);
        String hash = passwords.hash(password);
        Request request =
                Requests.changing(ctx, CHANGE, mine.caller().actor(), body.canonical("current_password", "password"));
        AccountReply reply = commands.ask(ctx, request, mine.emailKey(), () -> change(ctx, mine, current, hash));
        switch (reply.getOutcome()) {
            case PasswordChanged changed -> {
                requireSame(mine, reply, password);
                versions.answer(ctx, new Version(Domain.ACCOUNTS, mine.emailKey(), reply.getSequence()));
                ctx.status(204);
            }
            case LoginJudged judged -> throw gate.refusedToConfirm(judged);
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private ChangePassword change(Context ctx, Mine mine, String current, String hash) {
        return new ChangePassword(
                mine.caller().accountId(),
                mine.caller().sessionId(),
                guesses.of(ctx, mine.emailKey(), current).report(),
                own.people().credential(mine.state(), hash));
    }

    /** No password is part of what two requests with one key have in common, so nobody is told "changed" of another one. */
    private void requireSame(Mine mine, AccountReply reply, String password) {
        if (!reply.getReplayed()) {
            return;
        }
        inView.require(mine.emailKey(), reply.getSequence());
        if (own.find(mine.caller())
                .filter(now -> guesses.matches(now.state(), password))
                .isEmpty()) {
            throw Problem.of(422, "idempotency_conflict", "This idempotency key was used for another request.")
                    .toException();
        }
    }
}
