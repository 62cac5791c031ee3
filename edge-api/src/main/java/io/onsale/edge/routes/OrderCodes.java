package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Guests;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.CountOrderCode;
import io.onsale.schemas.accounts.OrderCodeCounted;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.common.Refusal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Has the codes that orders are sent counted in the log, so that nobody is sent more than a few, whatever the events and the edges. */
record OrderCodes(Commands commands, Shows shows) {

    private static final String ORDER = "POST /api/orders";
    /** No route, but what belongs to another request than the order: each is answered once for a key. */
    private static final String REFUSED = ORDER + " refused";
    /** By then codes are counted anew, whenever the first was sent. */
    private static final int AN_HOUR = 3_600;

    /**
     * Goes on only where the caller may be sent another code, or none is asked for; who can't be reached is refused by checkout.
     *
     * @return the contact for which a code was counted
     */
    Optional<String> begin(Context ctx, Caller caller, String eventId, OrderBody body) {
        boolean asked = shows.definition(eventId)
                .filter(EventDefinition::getStepUpRequired)
                .isPresent();
        Optional<String> contact = asked ? caller.contactKey() : Optional.empty();
        contact.ifPresent(it -> count(ctx, caller, it, body));
        return contact;
    }

    /** No code is sent for the order: what was counted is counted back, once however often the order is repeated. */
    void refused(Context ctx, Caller caller, String contact, OrderBody body) {
        CompletableFuture<AccountReply> unused =
                ask(Requests.creating(ctx, REFUSED, caller.actor(), body.digested()), contact, true);
    }

    /** An order that is repeated is sent no other code, and is not counted again; one that was refused is judged anew: an hour may have passed. */
    private void count(Context ctx, Caller caller, String contact, OrderBody body) {
        Request once = Requests.creating(ctx, ORDER, caller.actor(), body.digested());
        AccountReply reply = Commands.await(ask(once, contact, false));
        if (reply.getReplayed() && isTooMany(reply)) {
            reply = Commands.await(ask(Requests.plain(ctx, ORDER, caller.actor()), contact, false));
        }
        switch (reply.getOutcome()) {
            case OrderCodeCounted counted -> {}
            case Refusal refusal ->
                throw Refusals.problem(refusal).retryAfterSeconds(AN_HOUR).toException();
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private static boolean isTooMany(AccountReply reply) {
        return reply.getOutcome() instanceof Refusal refusal
                && refusal.getCode().equals("too_many_codes");
    }

    private CompletableFuture<AccountReply> ask(Request request, String contact, boolean givenBack) {
        return commands.begin(
                request,
                Exchange.ACCOUNTS,
                Guests.idOf(contact),
                envelope -> new AccountCommand(envelope, new CountOrderCode(givenBack)));
    }
}
