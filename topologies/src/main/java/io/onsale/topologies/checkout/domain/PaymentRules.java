package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutEvent.DepositAwaited;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PaymentAuthorised;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationRequired;
import io.onsale.topologies.checkout.domain.Order.State;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.List;

/**
 * What the gateway's reports mean for an order. A report counts only in the states in which it is news, so that repeats and disorder
 * change nothing; money that an order has no use for is {@link StrayRules stray}.
 */
final class PaymentRules {

    private final StrayRules strays = new StrayRules();

    Decision<Happening> judge(Order order, PaymentReport told, Instant at) {
        if (order.ended() || !order.payment().is(told.paymentId())) {
            return strays.judge(order, told);
        }
        PaymentReport report =
                told.paymentId().isEmpty() ? told.about(order.payment().id()) : told;
        if (order.times().isOverdueIn(report)
                && report.status() != PaymentReport.Status.AUTHORISED
                && report.status() != PaymentReport.Status.CAPTURED) {
            return Decision.silently(List.of(Endings.expire(order, report.paymentId())));
        }
        if (order.times().isJudgedByAnEarlierTime(report)) {
            return order.patience().asked() == 0
                    ? Decision.silently(List.of(Reminders.askAgain(order, at)))
                    : Decision.nothing();
        }
        return switch (report.status()) {
            case PENDING -> Decision.nothing();
            case ACTION_REQUIRED -> challenge(order, report);
            case AWAITING_DEPOSIT -> await(order, report);
            case AUTHORISED -> authorised(order, report);
            case CAPTURED -> captured(order, report);
            case DECLINED -> declined(order, report);
            case VOIDED, FAILED -> gone(order, report);
        };
    }

    private static Decision<Happening> challenge(Order order, PaymentReport report) {
        int left = order.verification().answersLeft();
        boolean news = !order.awaitsAnswer() || report.followsAnswer();
        return news && order.state() == State.AUTHORISING && order.paysFirst() && left > 0
                ? Decision.silently(List.of(Happening.of(
                        new VerificationRequired(order.id(), VerificationKind.CHALLENGE, left, report.paymentId()))))
                : Decision.nothing();
    }

    private static Decision<Happening> await(Order order, PaymentReport report) {
        Deposit deposit = report.deposit();
        if (order.state() != State.AUTHORISING || order.paysFirst() || deposit == null) {
            return Decision.nothing();
        }
        Deposit within = deposit.until().isAfter(order.price().payUntil())
                ? new Deposit(deposit.bank(), deposit.account(), order.price().payUntil())
                : deposit;
        return Decision.silently(List.of(Happening.of(new DepositAwaited(order.id(), report.paymentId(), within))));
    }

    private static Decision<Happening> authorised(Order order, PaymentReport report) {
        if (order.state() == State.CAPTURING && report.refusesCapture()) {
            return gone(order, report);
        }
        if (!awaitsPromise(order)) {
            return Decision.nothing();
        }
        if (!isWhole(order, report)) {
            return Decision.silently(
                    List.of(Endings.end(order, OrderEnd.PAYMENT_FAILED, "amount_differs", report.paymentId())));
        }
        Errand next = order.paysFirst() ? NextErrand.confirm(order) : NextErrand.capture(order, report.paymentId());
        return Decision.silently(
                List.of(Happening.of(new PaymentAuthorised(order.id(), report.paymentId(), report.amount()), next)));
    }

    /** Money is taken for places only: what was taken before the order owned any, or another amount, goes back. */
    private Decision<Happening> captured(Order order, PaymentReport report) {
        boolean owns = order.state() == State.CAPTURING || (awaitsPromise(order) && !order.paysFirst());
        if (owns && isWhole(order, report)) {
            return Decision.silently(
                    List.of(Happening.of(SeatRules.confirmed(order, report.paymentId(), report.amount()))));
        }
        if (order.state() == State.CONFIRMED || order.state() == State.CANCELLED) {
            return Decision.nothing();
        }
        return Decision.silently(List.of(
                Endings.endPaid(order, OrderEnd.PAYMENT_FAILED, owns ? "amount_differs" : "captured_too_early"),
                strays.stray(order, report, true)));
    }

    private static Decision<Happening> declined(Order order, PaymentReport report) {
        if (awaitsPromise(order)) {
            return Decision.silently(
                    List.of(Endings.end(order, OrderEnd.DECLINED, report.reason(), report.paymentId())));
        }
        return order.state() == State.CAPTURING ? gone(order, report) : Decision.nothing();
    }

    private static Decision<Happening> gone(Order order, PaymentReport report) {
        return order.state() == State.CONFIRMED || order.state() == State.CANCELLED
                ? Decision.nothing()
                : Decision.silently(
                        List.of(Endings.end(order, OrderEnd.PAYMENT_FAILED, report.reason(), report.paymentId())));
    }

    private static boolean awaitsPromise(Order order) {
        return switch (order.state()) {
            case AUTHORISING, CHALLENGED, AWAITING_DEPOSIT -> true;
            default -> false;
        };
    }

    private static boolean isWhole(Order order, PaymentReport report) {
        Receipt receipt = order.price().receipt();
        return report.amount() == receipt.total() && report.currency().equals(receipt.currency());
    }
}
