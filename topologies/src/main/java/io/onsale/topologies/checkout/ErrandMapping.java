package io.onsale.topologies.checkout;

import io.onsale.schemas.Topics;
import io.onsale.schemas.catalogue.SeatReturn;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.inventory.ClaimHold;
import io.onsale.schemas.inventory.ConfirmSeats;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.ReturnSeats;
import io.onsale.schemas.inventory.UnclaimHold;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.payments.AnswerChallenge;
import io.onsale.schemas.payments.AuthorisePayment;
import io.onsale.schemas.payments.CapturePayment;
import io.onsale.schemas.payments.CheckPayment;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.payments.RefundPayment;
import io.onsale.schemas.payments.VoidPayment;
import io.onsale.topologies.checkout.domain.Errand;
import io.onsale.topologies.kit.Consequence;

/** Errands as commands to others. */
final class ErrandMapping {

    /** A payment is asked for once; a fan whose card was declined orders again. */
    private static final int ONLY_ATTEMPT = 1;

    private ErrandMapping() {}

    static Consequence toAvro(String event, Errand errand, CommandEnvelope envelope) {
        return switch (errand) {
            case Errand.ForInventory seats ->
                new Consequence(Topics.INVENTORY_COMMANDS, event, new InventoryCommand(envelope, inventory(seats)));
            case Errand.ForPayments money ->
                new Consequence(Topics.PAYMENT_COMMANDS, event, new PaymentCommand(envelope, payment(money)));
            case Errand.SendCode code ->
                new Consequence(
                        Topics.MESSAGE_COMMANDS,
                        code.orderId(),
                        new MessageCommand(
                                envelope,
                                new SendCode(
                                        code.recipient().bytes(),
                                        CodePurpose.ORDER,
                                        code.orderId(),
                                        code.attempt(),
                                        code.fanId())));
        };
    }

    private static Object inventory(Errand.ForInventory errand) {
        return switch (errand) {
            case Errand.ClaimHold claim -> new ClaimHold(claim.orderId(), claim.holdId(), claim.fanId());
            case Errand.UnclaimHold leave -> new UnclaimHold(leave.orderId(), leave.holdId(), leave.fanId());
            case Errand.ConfirmSeats confirm -> new ConfirmSeats(confirm.orderId(), confirm.holdId(), confirm.fanId());
            case Errand.ReturnSeats back ->
                new ReturnSeats(
                        back.orderId(),
                        back.holdId(),
                        back.fanId(),
                        back.seatIds(),
                        back.areas().stream()
                                .map(area -> new HeldArea(
                                        area.section(), area.slot(), area.quantity(), area.grade(), area.price()))
                                .toList(),
                        back.everything(),
                        SeatReturn.valueOf(back.returns().name()));
        };
    }

    private static Object payment(Errand.ForPayments errand) {
        return switch (errand) {
            case Errand.AuthorisePayment ask ->
                new AuthorisePayment(
                        ask.orderId(),
                        ONLY_ATTEMPT,
                        ask.amount(),
                        ask.currency(),
                        BookingMapping.method(ask.method()),
                        BookingMapping.bytes(ask.token()),
                        ask.payUntil());
            case Errand.CheckPayment check -> new CheckPayment(check.orderId(), check.paymentId());
            case Errand.AnswerChallenge answer ->
                new AnswerChallenge(
                        answer.orderId(), answer.paymentId(), answer.code().bytes());
            case Errand.CapturePayment take ->
                new CapturePayment(take.orderId(), take.paymentId(), take.amount(), take.currency());
            case Errand.VoidPayment release -> new VoidPayment(release.orderId(), release.paymentId());
            case Errand.RefundPayment refund ->
                new RefundPayment(
                        refund.orderId(),
                        refund.paymentId(),
                        refund.refundId(),
                        refund.amount(),
                        refund.currency(),
                        refund.attempt());
        };
    }
}
