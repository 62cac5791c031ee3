package io.onsale.topologies.checkout;

import io.onsale.schemas.checkout.AcceptHold;
import io.onsale.schemas.checkout.AcceptSeats;
import io.onsale.schemas.checkout.CancelOrder;
import io.onsale.schemas.checkout.DefineCoupon;
import io.onsale.schemas.checkout.PlaceOrder;
import io.onsale.schemas.checkout.ProlongOrder;
import io.onsale.schemas.checkout.RefundStatus;
import io.onsale.schemas.checkout.RejectHold;
import io.onsale.schemas.checkout.RejectSeats;
import io.onsale.schemas.checkout.ReportPayment;
import io.onsale.schemas.checkout.ReportRefund;
import io.onsale.schemas.checkout.SellShow;
import io.onsale.schemas.checkout.StopPerformance;
import io.onsale.schemas.checkout.VerifyOrder;
import io.onsale.schemas.checkout.WakeOrder;
import io.onsale.schemas.checkout.WithdrawCoupon;
import io.onsale.topologies.checkout.domain.CheckoutCommand;
import io.onsale.topologies.checkout.domain.Deposit;
import io.onsale.topologies.checkout.domain.HeldArea;
import io.onsale.topologies.checkout.domain.HeldPlaces;
import io.onsale.topologies.checkout.domain.HeldSeat;
import io.onsale.topologies.checkout.domain.PaymentReport;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.kit.domain.Sealed;
import io.onsale.topologies.show.ShowMapping;

/** Commands from Avro to the domain. */
final class CommandMapping {

    private CommandMapping() {}

    static CheckoutCommand fromAvro(Object body) {
        return switch (body) {
            case SellShow sell -> new CheckoutCommand.SellShow(ShowMapping.fromAvro(sell.getDefinition()));
            case StopPerformance stop -> new CheckoutCommand.StopPerformance(stop.getPerformanceId());
            case DefineCoupon define ->
                new CheckoutCommand.DefineCoupon(define.getOrganizerId(), CouponMapping.fromAvro(define.getCoupon()));
            case WithdrawCoupon withdraw ->
                new CheckoutCommand.WithdrawCoupon(withdraw.getOrganizerId(), withdraw.getCode());
            case PlaceOrder place -> BookingMapping.place(place);
            case VerifyOrder verify ->
                new CheckoutCommand.VerifyOrder(
                        verify.getOrderId(),
                        verify.getFanId(),
                        Sealed.of(verify.getProof()),
                        Sealed.of(verify.getCode()));
            case CancelOrder cancel ->
                new CheckoutCommand.CancelOrder(
                        cancel.getOrderId(), cancel.getFanId(), cancel.getTicketIds(), cancel.getPreview());
            case AcceptHold accept -> new CheckoutCommand.AcceptHold(accept.getOrderId(), places(accept));
            case ProlongOrder prolong -> new CheckoutCommand.ProlongOrder(prolong.getOrderId(), prolong.getExpiresAt());
            case RejectHold reject -> new CheckoutCommand.RejectHold(reject.getOrderId(), refusal(reject.getRefusal()));
            case AcceptSeats accept -> new CheckoutCommand.AcceptSeats(accept.getOrderId());
            case RejectSeats reject ->
                new CheckoutCommand.RejectSeats(reject.getOrderId(), refusal(reject.getRefusal()));
            case ReportPayment report -> new CheckoutCommand.ReportPayment(report.getOrderId(), payment(report));
            case ReportRefund report -> refund(report);
            case WakeOrder wake -> new CheckoutCommand.WakeOrder(wake.getOrderId());
            case Object other -> throw CommonMapping.unknown(other);
        };
    }

    private static HeldPlaces places(AcceptHold accept) {
        return new HeldPlaces(
                accept.getPerformanceId(),
                accept.getSeats().stream()
                        .map(seat -> new HeldSeat(
                                seat.getSeatId(),
                                seat.getSection(),
                                seat.getRow(),
                                seat.getNumber(),
                                seat.getGrade(),
                                seat.getPrice()))
                        .toList(),
                accept.getAreas().stream()
                        .map(area -> new HeldArea(
                                area.getSection(),
                                area.getSlot(),
                                area.getQuantity(),
                                area.getGrade(),
                                area.getPrice()))
                        .toList(),
                accept.getCurrency(),
                accept.getFeePerTicket(),
                accept.getExpiresAt());
    }

    private static PaymentReport payment(ReportPayment report) {
        io.onsale.schemas.checkout.Deposit deposit = report.getDeposit();
        return new PaymentReport(
                report.getPaymentId(),
                PaymentReport.Status.valueOf(report.getStatus().name()),
                report.getAmount(),
                report.getCurrency(),
                report.getReason(),
                deposit == null ? null : new Deposit(deposit.getBank(), deposit.getAccount(), deposit.getUntil()),
                report.getAsOf(),
                PaymentReport.Step.valueOf(report.getStep().name()));
    }

    private static CheckoutCommand refund(ReportRefund report) {
        String order = report.getOrderId();
        String refund = report.getRefundId();
        boolean settled = report.getStatus() == RefundStatus.SETTLED;
        return report.getStatus() == RefundStatus.FAILED
                ? new CheckoutCommand.RejectRefund(order, refund, report.getAmount(), report.getReason())
                : new CheckoutCommand.ReportRefund(order, refund, settled, report.getAmount());
    }

    private static Refusal refusal(io.onsale.schemas.common.Refusal refusal) {
        return new Refusal(refusal.getCode(), refusal.getDetail(), refusal.getSubjects());
    }
}
