package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectRefund;
import io.onsale.topologies.checkout.domain.CheckoutCommand.RejectSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportPayment;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportRefund;
import io.onsale.topologies.checkout.domain.PaymentReport.Status;
import io.onsale.topologies.checkout.domain.PaymentReport.Step;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Inventory, the gateway and the post, as unreliable as they may be: they answer late, in any order and more than once, decline, lose holds
 * and report amounts that were never asked for.
 */
final class World {

    private static final List<Status> ANY = List.of(Status.values());

    private final Random random;
    private final List<CheckoutCommand> underway = new ArrayList<>();
    private final Map<String, Long> asked = new HashMap<>();

    World(Random random) {
        this.random = random;
    }

    /** Takes errands, and thinks of what to say about them. */
    void run(List<Errand> errands, Instant at) {
        errands.forEach(errand -> {
            switch (errand) {
                case Errand.ClaimHold claim -> say(hold(claim.orderId(), at));
                case Errand.ConfirmSeats confirm -> say(seats(confirm.orderId()));
                case Errand.ReturnSeats back -> {}
                case Errand.UnclaimHold leave -> {}
                case Errand.SendCode code -> {}
                case Errand.ForPayments money -> pay(money, at);
            }
        });
    }

    private void pay(Errand.ForPayments errand, Instant at) {
        switch (errand) {
            case Errand.AuthorisePayment ask -> {
                asked.put(ask.orderId(), ask.amount());
                say(report(ask.orderId(), first(ask.method())));
                if (ask.method() == PaymentMethod.BANK_TRANSFER) {
                    say(report(ask.orderId(), Status.CAPTURED));
                }
            }
            case Errand.CheckPayment check -> {
                Status status = random.nextInt(3) == 0 ? Status.CAPTURED : Status.AWAITING_DEPOSIT;
                say(Bookings.read(check.orderId(), status, at));
            }
            case Errand.AnswerChallenge answer ->
                say(
                        switch (random.nextInt(6)) {
                            case 0 -> report(answer.orderId(), Status.DECLINED);
                            case 1 ->
                                Bookings.asked(answer.orderId(), Step.ANSWER, Status.ACTION_REQUIRED, "wrong_code");
                            case 2 -> Bookings.asked(answer.orderId(), Step.ANSWER, Status.AUTHORISED, "wrong_status");
                            default -> report(answer.orderId(), Status.AUTHORISED);
                        });
            case Errand.CapturePayment take ->
                say(
                        switch (random.nextInt(30)) {
                            case 0, 1 -> report(take.orderId(), Status.FAILED);
                            case 2 -> Bookings.report(take.orderId(), "", Status.FAILED, 0);
                            default -> report(take.orderId(), Status.CAPTURED);
                        });
            case Errand.VoidPayment release -> say(report(release.orderId(), Status.VOIDED));
            case Errand.RefundPayment refund -> {
                switch (random.nextInt(10)) {
                    case 0 -> {}
                    case 1 -> say(new RejectRefund(refund.orderId(), refund.refundId(), refund.amount(), "not_now"));
                    default -> say(new ReportRefund(refund.orderId(), refund.refundId(), true, refund.amount()));
                }
            }
        }
    }

    private Status first(PaymentMethod method) {
        if (method == PaymentMethod.BANK_TRANSFER) {
            return Status.AWAITING_DEPOSIT;
        }
        return switch (random.nextInt(10)) {
            case 0 -> Status.DECLINED;
            case 1 -> Status.ACTION_REQUIRED;
            case 2 -> Status.PENDING;
            default -> Status.AUTHORISED;
        };
    }

    private CheckoutCommand hold(String order, Instant at) {
        if (random.nextInt(10) == 0) {
            return new RejectHold(order, Refusal.of("reservation_ended", ""));
        }
        String night = random.nextInt(3) == 0 ? "n2" : "n1";
        int seats = random.nextInt(4);
        HeldPlaces named = Bookings.places(List.of("A-1-1", "A-1-2", "A-1-3")
                .subList(0, seats == 0 ? 0 : seats - 1)
                .toArray(String[]::new));
        HeldArea floor = new HeldArea("Floor", null, 1 + random.nextInt(3), "S", 33_333);
        List<HeldArea> areas = named.seats().isEmpty() ? List.of(floor) : List.of();
        long fee = random.nextInt(5) == 0 ? 0 : Bookings.FEE;
        return new AcceptHold(order, new HeldPlaces(night, named.seats(), areas, "KRW", fee, at.plus(Bookings.HOLD)));
    }

    private CheckoutCommand seats(String order) {
        return random.nextInt(12) == 0
                ? new RejectSeats(order, Refusal.of("reservation_ended", ""))
                : new AcceptSeats(order);
    }

    private ReportPayment report(String order, Status status) {
        long amount = asked.getOrDefault(order, 1L) + (random.nextInt(40) == 0 ? 1 : 0);
        String payment = random.nextInt(40) == 0 ? "p-other-" + order : "p-" + order;
        return Bookings.report(order, payment, status, amount);
    }

    private void say(CheckoutCommand said) {
        if (random.nextInt(30) == 0 || underway.contains(said)) {
            return; // lost, or about to arrive in any case
        }
        underway.add(said);
        if (random.nextInt(5) == 0) {
            underway.add(said);
        }
    }

    /** Something that was underway, not always the oldest; now and then it comes again later, or out of nowhere. */
    @Nullable
    CheckoutCommand arrival() {
        if (random.nextInt(20) == 0 && !asked.isEmpty()) {
            List<String> orders = asked.keySet().stream().sorted().toList();
            String order = orders.get(random.nextInt(orders.size()));
            return report(order, ANY.get(random.nextInt(ANY.size())));
        }
        if (underway.isEmpty()) {
            return null;
        }
        int index = random.nextInt(Math.min(underway.size(), 4));
        return random.nextInt(8) == 0 ? underway.get(index) : underway.remove(index);
    }
}
