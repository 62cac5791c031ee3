package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Guests;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.log.Ids;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.CodeFailed;
import io.onsale.schemas.accounts.CodeRequested;
import io.onsale.schemas.accounts.ContactProven;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.PersonSeal;

/** Booking without an account: a contact is proven by a code that is sent there. */
final class GuestRoutes implements Routes {

    private static final String GUEST = "POST /api/auth/guest";
    private static final int CODE_LENGTH = Codes.digits(CodePurpose.GUEST);

    private final Commands commands;
    private final Guests guests;
    private final GuestKeys keys;
    private final Accounts accounts;
    private final People people;
    private final Sources sources;
    private final Throttles throttles;

    /** What a guest holds; there is nothing to refresh it by. */
    record Token(String userId, String accessToken, String tokenType, long expiresIn) {}

    GuestRoutes(
            Commands commands,
            Guests guests,
            GuestKeys keys,
            Accounts accounts,
            People people,
            Sources sources,
            Throttles throttles) {
        this.commands = commands;
        this.guests = guests;
        this.keys = keys;
        this.accounts = accounts;
        this.people = people;
        this.sources = sources;
        this.throttles = throttles;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/auth/guest", this::guest);
    }

    private void guest(Context ctx) {
        Fields body = Bodies.object(ctx);
        String contact = SignUpBody.contact(body, people.contacts());
        if (body.has("code")) {
            throttles.take(ctx, Call.GUEST_PROOF);
            prove(ctx, contact, body.secret("code", CODE_LENGTH, CODE_LENGTH));
        } else {
            throttles.take(ctx, Call.GUEST_CODE);
            request(ctx, contact);
        }
    }

    private void request(Context ctx, String contact) {
        PersonSeal own = keys.fresh(guests.id(contact));
        Object outcome = ask(ctx, contact, guests.request(contact, own, sources.of(ctx)));
        if (!(outcome instanceof CodeRequested)) {
            throw Refusals.unexpected(outcome);
        }
        CodeAnswers.sent(ctx);
    }

    private void prove(Context ctx, String contact, String code) {
        switch (ask(ctx, contact, guests.proof(contact, code, sources.of(ctx)))) {
            case ContactProven proven -> {
                requireNoAccount(contact);
                String token = guests.token(contact, Ids.next());
                Json.answer(ctx, 200, new Token(proven.getGuestId(), token, "Bearer", Guests.LIFE.toSeconds()));
            }
            case CodeFailed failed -> throw CodeAnswers.wrong();
            case Refusal refusal -> throw CodeAnswers.wrong();
            case Object other -> throw Refusals.unexpected(other);
        }
    }

    /** Told to nobody but the address' owner. A phone number in an account proves nothing: anybody may have typed it there. */
    private void requireNoAccount(String contact) {
        if (contact.contains("@")
                && accounts.byEmailKey(people.emailKey(contact)).isPresent()) {
            throw Problem.of(409, "has_account", "There is an account with this contact; log in instead.")
                    .toException();
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
}
