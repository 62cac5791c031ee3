package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.CancelOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.DefineCoupon;
import io.onsale.topologies.checkout.domain.CheckoutCommand.PlaceOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ProlongOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectRefund;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportPayment;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportRefund;
import io.onsale.topologies.checkout.domain.CheckoutCommand.SellShow;
import io.onsale.topologies.checkout.domain.CheckoutCommand.StopPerformance;
import io.onsale.topologies.checkout.domain.CheckoutCommand.VerifyOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WithdrawCoupon;
import io.onsale.topologies.checkout.domain.CheckoutEvent.PerformanceStopped;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TermsChanged;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Decides what becomes of orders, coupons and payments of a show; each command is for the rules it concerns. */
public final class CheckoutDecider implements Decider<CheckoutView, CheckoutCommand, Happening> {

    private final CouponRules coupons = new CouponRules();
    private final PlacingRules placing = new PlacingRules(coupons);
    private final HoldRules holds = new HoldRules(coupons);
    private final SeatRules seats = new SeatRules();
    private final PaymentRules payments = new PaymentRules();
    private final CancellationRules cancellations = new CancellationRules();
    private final RefundRules refunds = new RefundRules();
    private final DueRules due = new DueRules(cancellations);
    private final VerificationRules verification;

    public CheckoutDecider(OrderCodes codes) {
        this.verification = new VerificationRules(codes);
    }

    @Override
    public List<Happening> due(CheckoutView view, CheckoutCommand command, Instant at) {
        return due.due(new Remembered(view, at), command, at);
    }

    @Override
    public Decision<Happening> decide(CheckoutView all, CheckoutCommand command, Instant at) {
        CheckoutView view = new Remembered(all, at);
        return switch (command) {
            case SellShow sell -> sell(view, sell);
            case StopPerformance stop -> stop(view, stop);
            case DefineCoupon define -> coupons.define(view, define, at);
            case WithdrawCoupon withdraw -> coupons.withdraw(view, withdraw);
            case PlaceOrder place -> placing.place(view, place, at);
            case VerifyOrder verify -> verification.verify(view, view.order(verify.orderId()), verify);
            case CancelOrder cancel -> cancellations.cancel(view, view.order(cancel.orderId()), cancel, at);
            case AcceptHold accept -> known(view, accept, order -> holds.accept(view, order, accept, at));
            case ProlongOrder prolong -> known(view, prolong, order -> holds.prolong(order, prolong.expiresAt()));
            case RejectHold reject -> known(view, reject, order -> holds.reject(order, reject.refusal()));
            case AcceptSeats accept -> known(view, accept, seats::accept);
            case RejectSeats reject -> known(view, reject, order -> seats.reject(order, reject.refusal()));
            case ReportPayment report -> report(view, report, at);
            case ReportRefund report ->
                known(
                        view,
                        report,
                        order -> report.settled()
                                ? refunds.refunded(order, report.refundId(), report.amount())
                                : Decision.nothing());
            case RejectRefund reject -> known(view, reject, order -> refunds.notRefunded(order, reject));
            case WakeOrder wake -> Decision.nothing(); // what is due has happened before any command is judged
        };
    }

    private static Decision<Happening> sell(CheckoutView view, SellShow sell) {
        Sale sale = view.sale();
        return sale != null && sale.definition().equals(sell.definition())
                ? Decision.nothing()
                : Decision.silently(List.of(Happening.of(new TermsChanged(sell.definition()))));
    }

    private static Decision<Happening> stop(CheckoutView view, StopPerformance stop) {
        Sale sale = view.sale();
        return sale == null || sale.stopped().contains(stop.performanceId())
                ? Decision.nothing()
                : Decision.silently(List.of(Happening.of(new PerformanceStopped(stop.performanceId()))));
    }

    private Decision<Happening> report(CheckoutView view, ReportPayment told, Instant at) {
        Order order = view.order(told.orderId());
        return order == null ? StrayRules.unclaimed(told.report()) : payments.judge(order, told.report(), at);
    }

    /** What others say about orders that checkout does not have means nothing to it. */
    private static Decision<Happening> known(
            CheckoutView view, CheckoutCommand.OfOrder command, Function<Order, Decision<Happening>> judge) {
        Order order = view.order(command.orderId());
        return order == null ? Decision.nothing() : judge.apply(order);
    }
}
