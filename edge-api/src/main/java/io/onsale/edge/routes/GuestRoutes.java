package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Guests;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.CodeFailed;
import io.onsale.schemas.accounts.CodeRequested;
import io.onsale.schemas.accounts.ContactProven;
import io.onsale.schemas.common.Refusal;
import java.util.Map;

/** Booking without an account: a contact is proven by a code that is sent there. */
final class GuestRoutes implements Routes {

    private static final String GUEST = "POST /api/auth/guest";
    private static final int CODE_SECONDS = 600;
    private static final int CODE_LENGTH = 6;

    private final Commands commands;
    private final Guests guests;
    private final Throttles throttles;

    /** What a guest holds; there is nothing to refresh it by. */
    record Token(String userId, String accessToken, String tokenType, long expiresIn) {}

    GuestRoutes(Commands commands, Guests guests, Throttles throttles) {
        this.commands = commands;
        this.guests = guests;
        this.throttles = throttles;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/auth/guest", this::guest);
    }

    private void guest(Context ctx) {
        Fields body = Bodies.object(ctx);
        String contact = SignUpBody.contact(body);
        if (body.has("code")) {
            throttles.take(ctx, Call.GUEST_PROOF);
            prove(ctx, contact, body.secret("code", CODE_LENGTH, CODE_LENGTH));
        } else {
            throttles.take(ctx, Call.GUEST_CODE);
            request(ctx, contact);
        }
    }

    /** The answer is the same whether or not a code was sent, and whoever the contact is. */
    private void request(Context ctx, String contact) {
        Object outcome = ask(ctx, contact, guests.request(contact));
        if (!(outcome instanceof CodeRequested)) {
            throw Refusals.unexpected(outcome);
        }
        Json.answer(ctx, 202, Map.of("code_expires_in", CODE_SECONDS));
    }

    private void prove(Context ctx, String contact, String code) {
        switch (ask(ctx, contact, guests.proof(contact, code))) {
            case ContactProven proven ->
                Json.answer(
                        ctx,
                        200,
                        new Token(proven.getGuestId(), guests.token(contact), "Bearer", Guests.LIFE.toSeconds()));
            case CodeFailed failed -> throw wrongCode();
            case Refusal refusal -> throw wrongCode();
            case Object other -> throw Refusals.unexpected(other);
        }
    }

    private Object ask(Context ctx, String contact, Object body) {
        return commands.ask(
                        Requests.plain(ctx, GUEST, Caller.anonymous()),
                        Exchange.ACCOUNTS,
                        guests.id(contact),
                        envelope -> new AccountCommand(envelope, body))
                .getOutcome();
    }

    private static ProblemException wrongCode() {
        return Problem.of(
                        401,
                        "wrong_code",
                        "This is not the code that was sent last, or it is not good any more; ask for another.")
                .withHeader("WWW-Authenticate", "Bearer")
                .toException();
    }
}
