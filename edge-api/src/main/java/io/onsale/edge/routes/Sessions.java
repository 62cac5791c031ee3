package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.RefreshTokens;
import io.onsale.edge.auth.RefreshTokens.Claim;
import io.onsale.edge.auth.TokenMinter;
import io.onsale.edge.http.Params;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.log.Ids;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.CloseSession;
import io.onsale.schemas.accounts.OpenSession;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.RotateSession;
import io.onsale.schemas.accounts.SessionClosed;
import io.onsale.schemas.accounts.SessionGranted;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.Refusal;
import java.time.Clock;
import java.time.Duration;

/** Opens, continues and ends the sessions of people who are who they say. */
final class Sessions {

    private static final Duration LIFE = Duration.ofDays(30);

    private final Commands commands;
    private final TokenMinter accessTokens;
    private final RefreshTokens refreshTokens;
    private final Clock clock;

    /** What a client holds of its session. */
    record Tokens(String userId, String accessToken, String refreshToken, String tokenType, long expiresIn) {}

    Sessions(Commands commands, TokenMinter accessTokens, RefreshTokens refreshTokens, Clock clock) {
        this.commands = commands;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.clock = clock;
    }

    /**
     * Whose session it is.
     *
     * @param contactKey HMAC of the account's email address
     */
    record Holder(String accountId, Role role, String contactKey) {

        static Holder of(AccountState account, People people) {
            return new Holder(account.getAccountId(), account.getRole(), people.contactKey(account));
        }
    }

    /**
     * Opens a session.
     *
     * @param proven the email's event by which the holder was known to have the password of then
     */
    Tokens open(Context ctx, String route, Holder holder, long proven) {
        OpenSession body =
                new OpenSession(Ids.next(), holder.accountId(), clock.instant().plus(LIFE), proven);
        Request request = Requests.plain(ctx, route, actor(holder.accountId(), holder.role(), body.getSessionId()));
        return granted(ask(request, holder.accountId(), body), holder);
    }

    /**
     * Continues a session with new tokens; the one that was presented is good no more.
     *
     * <p>The request's key goes with the command and not with its envelope: an answer on record would be given again after the session
     * has ended.
     */
    Tokens rotate(Context ctx, String route, Claim claim, Holder holder) {
        String key = Params.optionalIdempotencyKey(ctx).orElse(null);
        RotateSession body = new RotateSession(claim.sessionId(), claim.accountId(), claim.generation(), key);
        Request request = Requests.plain(ctx, route, actor(claim.accountId(), holder.role(), claim.sessionId()));
        return granted(ask(request, claim.accountId(), body), holder);
    }

    /** Ends a session; one that has ended stays so. */
    void close(Context ctx, String route, Claim claim) {
        CloseSession body = new CloseSession(claim.sessionId(), claim.accountId());
        Request request = Requests.plain(ctx, route, actor(claim.accountId(), Role.FAN, claim.sessionId()));
        AccountReply reply = ask(request, claim.accountId(), body);
        if (!(reply.getOutcome() instanceof SessionClosed) && !(reply.getOutcome() instanceof Refusal)) {
            throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private AccountReply ask(Request request, String accountId, Object body) {
        return commands.ask(request, Exchange.ACCOUNTS, accountId, envelope -> new AccountCommand(envelope, body));
    }

    private Tokens granted(AccountReply reply, Holder holder) {
        return switch (reply.getOutcome()) {
            case SessionGranted granted -> tokens(granted, holder);
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        };
    }

    private Tokens tokens(SessionGranted granted, Holder holder) {
        Claim claim = new Claim(
                granted.getAccountId(), granted.getSessionId(), granted.getGeneration(), granted.getExpiresAt());
        return new Tokens(
                granted.getAccountId(),
                accessTokens.mint(granted.getAccountId(), holder.role(), granted.getSessionId(), holder.contactKey()),
                refreshTokens.mint(claim),
                "Bearer",
                accessTokens.life().toSeconds());
    }

    private static Actor actor(String accountId, Role role, String sessionId) {
        return new Caller(accountId, role, sessionId).actor();
    }
}
