package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Passwords;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.routes.LoginGate.Passed;
import io.onsale.edge.routes.Sessions.Holder;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.CodeFailed;
import io.onsale.schemas.accounts.CodeRequested;
import io.onsale.schemas.accounts.PasswordChanged;
import io.onsale.schemas.accounts.RequestReset;
import io.onsale.schemas.accounts.ResetPassword;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.privacy.Codes;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Setting a password that was forgotten, by a code that is sent to the account's email address. */
final class ForgottenRoutes implements Routes {

    private static final String FORGOT = "POST /api/auth/password/forgot";
    private static final String RESET = "POST /api/auth/password/reset";
    private static final int CODE_LENGTH = Codes.digits(CodePurpose.PASSWORD);

    private final Commands commands;
    private final PasswordCommands passwordCommands;
    private final Accounts accounts;
    private final People people;
    private final Passwords passwords;
    private final Codes codes;
    private final Sources sources;
    private final Sessions sessions;
    private final LoginGate gate;
    private final VersionHeaders versions;
    private final Throttles throttles;

    ForgottenRoutes(
            Commands commands,
            PasswordCommands passwordCommands,
            Accounts accounts,
            People people,
            Passwords passwords,
            Codes codes,
            Sources sources,
            Sessions sessions,
            LoginGate gate,
            VersionHeaders versions,
            Throttles throttles) {
        this.commands = commands;
        this.passwordCommands = passwordCommands;
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.codes = codes;
        this.sources = sources;
        this.sessions = sessions;
        this.gate = gate;
        this.versions = versions;
        this.throttles = throttles;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/auth/password/forgot", this::forgot);
        routes.post("/api/auth/password/reset", this::reset);
    }

    /** Nothing here looks for the account, so nothing tells whether there is one: the log does, and answers alike. */
    private void forgot(Context ctx) {
        throttles.take(ctx, Call.FORGOTTEN);
        Fields body = Bodies.object(ctx);
        String key = people.emailKey(SignUpBody.email(body));
        RequestReset command = new RequestReset(sources.of(ctx));
        AccountReply reply = commands.ask(
                Requests.changing(ctx, FORGOT, Caller.anonymous(), body.canonical()),
                Exchange.ACCOUNTS,
                key,
                envelope -> new AccountCommand(envelope, command));
        switch (reply.getOutcome()) {
            case CodeRequested requested -> CodeAnswers.sent(ctx);
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private void reset(Context ctx) {
        throttles.take(ctx, Call.RESET);
        Fields body = Bodies.object(ctx);
        String key = people.emailKey(SignUpBody.email(body));
        String code = body.secret("code", CODE_LENGTH, CODE_LENGTH);
        String password = SignUpBody.newPassword(body);
        String hash = passwords.hash(password);
        Request request = Requests.changing(ctx, RESET, Caller.anonymous(), body.canonical("code", "password"));
        AccountReply reply = passwordCommands.ask(ctx, request, key, () -> reset(ctx, key, code, hash));
        switch (reply.getOutcome()) {
            case PasswordChanged changed -> signIn(ctx, key, let(ctx, key, changed, reply, password));
            case CodeFailed failed -> throw CodeAnswers.wrong();
            case Refusal refusal -> throw refused(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private static ProblemException refused(Refusal refusal) {
        return refusal.getCode().equals("wrong_code") ? CodeAnswers.wrong() : Refusals.of(refusal);
    }

    /** Takes as long for an email that nobody has. */
    private ResetPassword reset(Context ctx, String key, String code, String hash) {
        Optional<AccountState> account = accounts.byEmailKey(key);
        byte[] proof = codes.proof(CodePurpose.PASSWORD, People.subject(key), code);
        return new ResetPassword(
                account.map(AccountState::getAccountId).orElse(People.NOBODY),
                ByteBuffer.wrap(proof),
                sources.of(ctx),
                account.map(it -> people.credential(it, hash)).orElseGet(() -> people.nobodysCredential(hash)));
    }

    /** The answer to a repeated request gives tokens away, and its idempotency key is no secret. */
    private Passed let(Context ctx, String key, PasswordChanged changed, AccountReply reply, String password) {
        if (reply.getReplayed()) {
            return gate.pass(ctx, RESET, key, password);
        }
        AccountState account = accounts.byId(changed.getAccountId()).orElseThrow(InView::notYet);
        return new Passed(account, reply.getSequence());
    }

    private void signIn(Context ctx, String key, Passed passed) {
        versions.answer(ctx, new Version(Domain.ACCOUNTS, key, passed.sequence()));
        Json.answer(ctx, 200, sessions.open(ctx, RESET, Holder.of(passed.account(), people), passed.sequence()));
    }
}
