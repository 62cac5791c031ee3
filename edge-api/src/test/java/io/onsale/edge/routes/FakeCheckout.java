package io.onsale.edge.routes;

import io.onsale.schemas.checkout.CancelOrder;
import io.onsale.schemas.checkout.CancelledBy;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.DefineCoupon;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnd;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.PlaceOrder;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.checkout.VerificationKind;
import io.onsale.schemas.checkout.VerificationPassed;
import io.onsale.schemas.checkout.VerificationRequired;
import io.onsale.schemas.checkout.VerifyOrder;
import io.onsale.schemas.checkout.WithdrawCoupon;
import io.onsale.schemas.common.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Checkout as a test wants it: what becomes of an order is in its reservation's id. */
record FakeCheckout(Consumer<Object> happens, Set<String> forgotten) {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    Object decide(Object body) {
        return switch (body) {
            case PlaceOrder place -> place(place);
            case VerifyOrder verify -> verify(verify);
            case CancelOrder cancel -> cancel(cancel);
            case DefineCoupon define -> happened(new CouponDefined(define.getCoupon()));
            case WithdrawCoupon withdraw -> withdraw(withdraw);
            default -> throw new IllegalArgumentException("No such command");
        };
    }

    private Object withdraw(WithdrawCoupon withdraw) {
        return withdraw.getCode().equals("NONE")
                ? new Refusal("unknown_coupon", "This event has no such coupon.", List.of(), List.of())
                : happened(new CouponWithdrawn(withdraw.getCode()));
    }

    private Object happened(Object event) {
        happens.accept(event);
        return event;
    }

    private Object place(PlaceOrder place) {
        if (place.getHoldId().endsWith("used")) {
            return new Refusal("reservation_in_use", "There is an order of it.", List.of(), List.of());
        }
        OrderPlaced placed = OrderPlaced.newBuilder()
                .setOrderId(place.getOrderId())
                .setBookingNumber(place.getBookingNumber())
                .setHoldId(place.getHoldId())
                .setFanId(place.getFanId())
                .setContactKey(place.getContactKey())
                .setMethod(place.getMethod())
                .setCoupon(place.getCoupon())
                .setConcessions(place.getConcessions())
                .build();
        happens.accept(placed);
        become(place);
        if (place.getHoldId().endsWith("forgotten")) {
            forgotten.add(place.getOrderId());
        }
        return placed;
    }

    private void become(PlaceOrder place) {
        String id = place.getOrderId();
        String fan = place.getFanId();
        if (place.getHoldId().endsWith("lost")) {
            happens.accept(new OrderEnded(id, fan, OrderEnd.HOLD_LOST, "unknown_reservation"));
            return;
        }
        if (place.getHoldId().endsWith("over")) {
            happens.accept(new OrderEnded(id, fan, OrderEnd.HOLD_LOST, "reservation_ended"));
            return;
        }
        if (place.getConcessions().stream().anyMatch(claim -> claim.getCode().equals("mistyped"))) {
            happens.accept(new OrderEnded(id, fan, OrderEnd.NOT_ELIGIBLE, "There is no such concession."));
            return;
        }
        if (place.getHoldId().endsWith("stopped")) {
            happens.accept(new OrderEnded(id, fan, OrderEnd.PERFORMANCE_CANCELLED, "This performance was cancelled."));
            return;
        }
        happens.accept(new OrderPriced(id, fan, "night", receipt(id), LATER));
        if (place.getHoldId().endsWith("declined")) {
            happens.accept(new OrderEnded(id, fan, OrderEnd.DECLINED, "The card was declined."));
        } else if (place.getHoldId().endsWith("late")) {
            happens.accept(new OrderEnded(id, fan, OrderEnd.EXPIRED, "The time to pay is over."));
        } else if (place.getHoldId().endsWith("3ds")) {
            happens.accept(new VerificationRequired(id, VerificationKind.CHALLENGE, 3));
        } else if (!place.getHoldId().endsWith("pending")) {
            confirm(id, fan);
        }
    }

    private void confirm(String id, String fan) {
        happens.accept(new OrderConfirmed(id, "number", fan, "night", "payment", 300_000L, receipt(id)));
    }

    private Object verify(VerifyOrder verify) {
        VerificationPassed passed = new VerificationPassed(verify.getOrderId(), VerificationKind.CHALLENGE);
        happens.accept(passed);
        confirm(verify.getOrderId(), verify.getFanId());
        return passed;
    }

    private Object cancel(CancelOrder cancel) {
        if (forgotten.contains(cancel.getOrderId())) {
            return new Refusal("unknown_order", "There is no such order.", List.of(), List.of());
        }
        List<String> tickets = cancel.getTicketIds().isEmpty()
                ? List.of(cancel.getOrderId() + "-1", cancel.getOrderId() + "-2")
                : cancel.getTicketIds();
        TicketsCancelled cancelled = new TicketsCancelled(
                cancel.getOrderId(),
                cancel.getFanId(),
                tickets,
                "refund",
                140_000L * tickets.size(),
                10_000L * tickets.size(),
                CancelledBy.FAN,
                2 - tickets.size());
        if (!cancel.getPreview()) {
            happens.accept(cancelled);
        }
        return cancelled;
    }

    private static Receipt receipt(String id) {
        return new Receipt("KRW", "receipt-1", List.of(line(id, 1), line(id, 2)), null, 0L, 300_000L);
    }

    private static ReceiptLine line(String id, int number) {
        return ReceiptLine.newBuilder()
                .setTicketId(id + "-" + number)
                .setSection("A")
                .setSeatId("A-1-" + number)
                .setRow("1")
                .setNumber(number)
                .setGrade("VIP")
                .setListPrice(150_000L)
                .setPrice(150_000L)
                .build();
    }
}
