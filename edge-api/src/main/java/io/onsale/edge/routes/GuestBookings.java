package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Guests;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.views.orders.Order;
import io.onsale.schemas.Topics;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.BindSession;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.SessionBound;
import io.onsale.schemas.accounts.UnbindSession;
import io.onsale.schemas.common.Refusal;
import java.time.Clock;

/** Has it decided in the log that a guest's token covers one booking, of whichever event. */
record GuestBookings(Commands commands, Clock clock) {

    private static final String ORDER = "POST /api/orders";
    /** Inventory's code where a reservation is over; one it does not know, or another order's, is not. */
    private static final String RESERVATION_ENDED = "reservation_ended";

    /** Goes on only where the caller's session is for this reservation, or was for nothing yet; of those with accounts nothing is asked. */
    void begin(Context ctx, Caller caller, String reservationId) {
        if (caller.role() != Role.GUEST) {
            return;
        }
        BindSession bind = new BindSession(
                caller.sessionId(),
                caller.accountId(),
                reservationId,
                clock.instant().plus(Guests.LIFE));
        AccountReply reply = commands.ask(
                Requests.plain(ctx, ORDER, caller.actor()),
                Exchange.ACCOUNTS,
                caller.accountId(),
                envelope -> new AccountCommand(envelope, bind));
        switch (reply.getOutcome()) {
            case SessionBound bound -> {}
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    /**
     * An order that came to nothing was no booking: the session may order another reservation, but only where nobody can order this one any more. Else a
     * second order of it could be, or have become, a booking, and the first, asked once more, would free the session of it.
     */
    void cameToNothing(Context ctx, Caller caller, String reservationId, Order.Ending end) {
        if (caller.role() != Role.GUEST || !endsReservation(end)) {
            return;
        }
        UnbindSession unbind = new UnbindSession(caller.sessionId(), caller.accountId(), reservationId);
        commands.tell(
                Requests.plain(ctx, ORDER, caller.actor()),
                Topics.ACCOUNT_COMMANDS,
                caller.accountId(),
                envelope -> new AccountCommand(envelope, unbind));
    }

    /** What checkout leaves to its fan may be ordered again; where an order expired, inventory may just have prolonged the reservation. */
    private static boolean endsReservation(Order.Ending end) {
        return switch (end.why()) {
            case NOT_ELIGIBLE, EXPIRED -> false;
            case HOLD_LOST -> end.detail().equals(RESERVATION_ENDED);
            case SEATS_LOST, DECLINED, PAYMENT_FAILED, TOO_MANY_CODES, PERFORMANCE_CANCELLED, WITHDRAWN -> true;
        };
    }
}
