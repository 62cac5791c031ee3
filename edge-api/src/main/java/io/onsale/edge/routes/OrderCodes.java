package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Guests;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.CountOrderCode;
import io.onsale.schemas.accounts.OrderCodeCounted;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.common.Refusal;

/** Has the codes that orders are sent counted in the log, so that nobody is sent more than a few, whatever the events and the edges. */
record OrderCodes(Commands commands, Shows shows) {

    private static final String ORDER = "POST /api/orders";
    /** By then codes are counted anew, whenever the first was sent. */
    private static final int AN_HOUR = 3_600;

    /** Goes on only where the caller may be sent another code, or none is asked for; who can't be reached is refused by checkout. */
    void begin(Context ctx, Caller caller, String eventId, OrderBody body) {
        boolean asked = shows.definition(eventId)
                .filter(EventDefinition::getStepUpRequired)
                .isPresent();
        if (asked) {
            caller.contactKey().ifPresent(contact -> count(ctx, caller, contact, body));
        }
    }

    /** An order that is repeated is sent no other code, and is not counted again. */
    private void count(Context ctx, Caller caller, String contact, OrderBody body) {
        AccountReply reply = commands.ask(
                Requests.creating(ctx, ORDER, caller.actor(), body.digested()),
                Exchange.ACCOUNTS,
                Guests.idOf(contact),
                envelope -> new AccountCommand(envelope, new CountOrderCode()));
        switch (reply.getOutcome()) {
            case OrderCodeCounted counted -> {}
            case Refusal refusal ->
                throw Refusals.problem(refusal).retryAfterSeconds(AN_HOUR).toException();
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }
}
