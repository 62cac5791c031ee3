package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentReturned;
import io.onsale.topologies.checkout.domain.CheckoutEvent.StrayPayment;
import io.onsale.topologies.kit.domain.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that an order has no use for, because it had ended or is paid otherwise, goes back whole. */
final class StrayRules {

    Decision<Happening> judge(Order order, PaymentReport report) {
        Stray known = order.aftermath().stray(report.paymentId());
        return switch (report.status()) {
            case AUTHORISED ->
                known != null || isItsPromise(order, report)
                        ? Decision.nothing()
                        : Decision.silently(List.of(stray(order, report, false)));
            case CAPTURED ->
                known != null && known.captured()
                        ? Decision.nothing()
                        : Decision.silently(List.of(stray(order, report, true)));
            case VOIDED, DECLINED, FAILED -> letGo(order, report, known);
            case PENDING, ACTION_REQUIRED, AWAITING_DEPOSIT -> Decision.nothing();
        };
    }

    /**
     * Money for an order that nobody remembers. Whether it is owed cannot be told any more, for that of tickets looks the same, so somebody has to see to it.
     */
    static Decision<Happening> unclaimed(PaymentReport report) {
        return switch (report.status()) {
            case AUTHORISED, CAPTURED -> Decision.aside("money for an order that is not known, or forgotten");
            case PENDING, ACTION_REQUIRED, AWAITING_DEPOSIT, DECLINED, VOIDED, FAILED -> Decision.nothing();
        };
    }

    /** Notes that money came, and sends it back: taken money is refunded, promised money let go. */
    Happening stray(Order order, PaymentReport report, boolean captured) {
        StrayPayment stray =
                new StrayPayment(order.id(), report.paymentId(), report.amount(), report.currency(), captured);
        return Happening.of(stray, Reminders.back(order, Stray.of(stray)));
    }

    /** The order knew of this promise when it ended, and has sent for it to be let go. */
    private static boolean isItsPromise(Order order, PaymentReport report) {
        return order.payment().is(report.paymentId()) && order.payment().promised() > 0;
    }

    private static Decision<Happening> letGo(Order order, PaymentReport report, @Nullable Stray known) {
        if (report.findsNothingToLetGo() && order.times().hasAskedEnough()) {
            return notThere(order);
        }
        if (known == null) {
            return order.ended() && order.payment().is(report.paymentId())
                    ? returned(order, report.paymentId(), order.payment().promised(), false)
                    : Decision.nothing();
        }
        return known.captured() || known.returned()
                ? Decision.nothing()
                : returned(order, known.paymentId(), known.amount(), false);
    }

    /** Right after it was given a gateway may not know of a promise yet; after hours there is none. Which of several is missing nobody says. */
    private static Decision<Happening> notThere(Order order) {
        List<Reminders.Promise> promises = Reminders.promises(order);
        if (promises.size() != 1) {
            return Decision.nothing();
        }
        Reminders.Promise gone = promises.getFirst();
        return returned(order, gone.paymentId(), gone.amount(), false);
    }

    /** Whether a stray payment still has to go back by this refund. */
    static boolean owes(Order order, String refundId) {
        return order.aftermath().strays().stream()
                .filter(stray -> stray.captured() && !stray.returned())
                .anyMatch(stray -> Stray.refundId(order.id(), stray.paymentId()).equals(refundId));
    }

    /** A refund of a stray payment is settled. */
    static Decision<Happening> refunded(Order order, String refundId, long amount) {
        for (Stray stray : order.aftermath().strays()) {
            boolean owed = stray.captured() && !stray.returned() && stray.amount() == amount;
            if (owed && Stray.refundId(order.id(), stray.paymentId()).equals(refundId)) {
                return returned(order, stray.paymentId(), amount, true);
            }
        }
        return Decision.nothing();
    }

    private static Decision<Happening> returned(Order order, String payment, long amount, boolean captured) {
        return Decision.silently(List.of(Happening.of(new PaymentReturned(order.id(), payment, amount, captured))));
    }
}
