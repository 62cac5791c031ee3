package io.onsale.topologies.checkout;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.checkout.AcceptHold;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.PaymentStep;
import io.onsale.schemas.checkout.PlaceOrder;
import io.onsale.schemas.checkout.RejectHold;
import io.onsale.schemas.checkout.ReportPayment;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.topologies.checkout.domain.Bookings;
import io.onsale.topologies.show.ShowMapping;
import io.onsale.topologies.testing.Envelopes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands as edge, inventory and payments send them. */
final class Wire {

    /** One seat and two places on the floor. */
    static final long TOTAL = Bookings.PRICE + 2 * 1_000 + 3 * Bookings.FEE;

    private Wire() {}

    static EventDefinition show() {
        return ShowMapping.toAvro(Bookings.show());
    }

    static EventDefinition showConfirmedByCode() {
        return ShowMapping.toAvro(Bookings.showConfirmedByCode());
    }

    static CheckoutCommand command(String id, Object body) {
        return new CheckoutCommand(Envelopes.of(id), body);
    }

    static CheckoutCommand repeatable(String id, String text, Object body) {
        return new CheckoutCommand(Envelopes.repeatable(id, "k1", text), body);
    }

    static PlaceOrder place(String order, String hold) {
        return PlaceOrder.newBuilder()
                .setOrderId(order)
                .setBookingNumber("ABCD-EFGH-JKMN")
                .setHoldId(hold)
                .setFanId("ann")
                .setContactKey("contact")
                .setRecipient(bytes("sealed recipient"))
                .setMethod(PaymentMethod.CARD)
                .setPaymentToken(bytes("sealed token"))
                .build();
    }

    static AcceptHold accept(String order) {
        return new AcceptHold(
                order,
                "n1",
                List.of(new PricedSeat("A-1-1", "A", "1", 1, "R", Bookings.PRICE)),
                List.of(new HeldArea("Floor", "18:00", 2, "S", 1_000L)),
                "KRW",
                Bookings.FEE,
                "list-price-1",
                Bookings.OPENING.plus(Bookings.HOLD));
    }

    static RejectHold noHold(String order) {
        return new RejectHold(order, new Refusal("unknown_reservation", "There is none.", List.of(), List.of()));
    }

    static ReportPayment report(String order, PaymentStatus status) {
        return new ReportPayment(order, "p1", 1, status, TOTAL, "KRW", "", null, null, PaymentStep.CHECK);
    }

    /** Money that nobody asked for. */
    static ReportPayment stray(String order, long amount) {
        return new ReportPayment(
                order, "p9", 1, PaymentStatus.CAPTURED, amount, "KRW", "", null, null, PaymentStep.CHECK);
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
