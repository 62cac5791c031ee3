package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Passwords;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.People.Newcomer;
import io.onsale.edge.auth.People.Person;
import io.onsale.edge.auth.RefreshTokens;
import io.onsale.edge.auth.RefreshTokens.Claim;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Ids;
import io.onsale.edge.routes.LoginGate.Passed;
import io.onsale.edge.routes.Sessions.Holder;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.common.Refusal;

/** Signing up, logging in, staying in, and leaving. */
final class AuthRoutes implements Routes {

    private static final String SIGN_UP = "POST /api/auth/signup";
    private static final String LOGIN = "POST /api/auth/login";
    private static final String REFRESH = "POST /api/auth/refresh";
    private static final String LOGOUT = "POST /api/auth/logout";

    private final SignUps signUps;
    private final VersionHeaders versions;
    private final Accounts accounts;
    private final People people;
    private final Passwords passwords;
    private final RefreshTokens refreshTokens;
    private final Sessions sessions;
    private final LoginGate gate;
    private final InView inView;
    private final Throttles throttles;

    AuthRoutes(
            SignUps signUps,
            VersionHeaders versions,
            Accounts accounts,
            People people,
            Passwords passwords,
            RefreshTokens refreshTokens,
            Sessions sessions,
            LoginGate gate,
            InView inView,
            Throttles throttles) {
        this.signUps = signUps;
        this.versions = versions;
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.refreshTokens = refreshTokens;
        this.sessions = sessions;
        this.gate = gate;
        this.inView = inView;
        this.throttles = throttles;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/auth/signup", this::signUp);
        routes.post("/api/auth/login", this::login);
        routes.post("/api/auth/refresh", this::refresh);
        routes.post("/api/auth/logout", this::logout);
    }

    private void signUp(Context ctx) {
        throttles.take(ctx, Call.SIGN_UP);
        throttles.requireFewTaken(ctx);
        Fields body = Bodies.object(ctx);
        Person person = SignUpBody.person(body, people.contacts());
        Role role = SignUpBody.role(body);
        String password = SignUpBody.newPassword(body);
        String key = people.emailKey(person.email());
        Newcomer newcomer = people.signUp(Ids.next(), role, person, passwords.hash(password));
        AccountReply reply = signUps.ask(
                Requests.changing(ctx, SIGN_UP, Caller.anonymous(), body.canonical("password")), key, newcomer);
        AccountOpened opened = opened(ctx, reply);
        long proven = reply.getReplayed() ? requireSamePassword(ctx, key, reply, password) : reply.getSequence();
        versions.answer(ctx, new Version(Domain.ACCOUNTS, key, reply.getSequence()));
        Holder holder = new Holder(opened.getAccountId(), opened.getRole(), people.contactKeyOfEmail(person.email()));
        Json.answer(ctx, 201, sessions.open(ctx, SIGN_UP, holder, proven));
    }

    private void login(Context ctx) {
        throttles.take(ctx, Call.LOGIN);
        Fields body = Bodies.object(ctx);
        String key = people.emailKey(SignUpBody.email(body));
        String password = SignUpBody.password(body);
        awaitWanted(ctx, key);
        Passed passed = gate.pass(ctx, LOGIN, key, password);
        Json.answer(ctx, 200, sessions.open(ctx, LOGIN, Holder.of(passed.account(), people), passed.sequence()));
    }

    private void refresh(Context ctx) {
        throttles.take(ctx, Call.REFRESH);
        Claim claim = claim(ctx);
        if (accounts.isDeleted(claim.accountId())) {
            throw invalidToken();
        }
        AccountState account = accounts.byId(claim.accountId()).orElseThrow(InView::notYet);
        Json.answer(ctx, 200, sessions.rotate(ctx, REFRESH, claim, Holder.of(account, people)));
    }

    private void logout(Context ctx) {
        sessions.close(ctx, LOGOUT, claim(ctx));
        ctx.status(204);
    }

    private Claim claim(Context ctx) {
        String token = Bodies.object(ctx).secret("refresh_token", 1, 1024);
        return refreshTokens.verify(token).orElseThrow(AuthRoutes::invalidToken);
    }

    private static ProblemException invalidToken() {
        return Problem.of(401, "invalid_refresh_token", "The refresh token is not valid, or not any more.")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .toException();
    }

    private AccountOpened opened(Context ctx, AccountReply reply) {
        return switch (reply.getOutcome()) {
            case AccountOpened opened -> opened;
            case Refusal refusal -> {
                if (refusal.getCode().equals("email_taken")) {
                    throttles.countTaken(ctx);
                }
                throw Refusals.of(refusal);
            }
            default -> throw Refusals.unexpected(reply.getOutcome());
        };
    }

    /** The answer to a repeated sign-up gives tokens away, and its idempotency key is no secret. */
    private long requireSamePassword(Context ctx, String key, AccountReply reply, String password) {
        inView.require(key, reply.getSequence());
        return gate.pass(ctx, SIGN_UP, key, password).sequence();
    }

    /** Whoever just signed up says so by the version that answer carried, and waits here until this instance has seen it as well. */
    private void awaitWanted(Context ctx, String key) {
        for (Version wanted : versions.wanted(ctx)) {
            if (wanted.domain() == Domain.ACCOUNTS && wanted.key().equals(key)) {
                inView.require(key, wanted.sequence());
            }
        }
    }
}
