package io.onsale.topologies.checkout.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the payment that an order asked for stands.
 *
 * @param id empty until the gateway's is known
 * @param asked whether the gateway was asked for it, and has not let it go
 * @param promised an amount that is authorised, or 0
 * @param captured an amount that was taken, or 0
 * @param takenAt when the order was paid; null where it is not, or an older version wrote it
 */
public record Payment(
        String id,
        boolean asked,
        long promised,
        long captured,
        @Nullable Instant takenAt) {

    /** What stands for the payment of an order that costs nothing. */
    public static final String FREE = "free";

    static final Payment NONE = new Payment("", false, 0, 0, null);

    Payment asking() {
        return new Payment(id, true, promised, captured, takenAt);
    }

    Payment known(String paymentId) {
        return new Payment(paymentId, asked, promised, captured, takenAt);
    }

    Payment promising(String paymentId, long amount) {
        return new Payment(paymentId, asked, amount, captured, takenAt);
    }

    Payment taken(String paymentId, long amount, Instant at) {
        return new Payment(paymentId, asked, promised, amount, at);
    }

    /** Nothing of it is left at the gateway. */
    Payment letGo() {
        return new Payment(id, false, 0, captured, takenAt);
    }

    /**
     * Whether a report is about this payment. One without an id is about whatever the order asked for, until money is promised: that a gateway does not
     * find what it has promised says nothing for sure, so it is asked again, of an order that is over for hours.
     */
    boolean is(String paymentId) {
        return asked && (paymentId.isEmpty() ? promised == 0 : id.isEmpty() || id.equals(paymentId));
    }
}
