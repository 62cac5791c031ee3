package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.PlaceOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.OrderPlaced;
import io.onsale.topologies.checkout.domain.Errand.ClaimHold;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Conditions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an order may be placed at all; what its hold is worth is seen later. */
final class PlacingRules {

    private final ConcessionRules concessions = new ConcessionRules();
    private final CouponRules coupons;

    PlacingRules(CouponRules coupons) {
        this.coupons = coupons;
    }

    Decision<Happening> place(CheckoutView view, PlaceOrder place, Instant at) {
        Sale sale = view.sale();
        if (sale == null) {
            return Refusals.refuse(view, place.orderId(), Refusals.UNKNOWN_EVENT);
        }
        Conditions conditions = sale.definition().conditions();
        Booking booking = place.booking().countedIn(conditions).on(coupons.terms(view, place.booking()));
        Refusal objection = objection(view, conditions, place, booking, at);
        if (objection != null) {
            return Refusals.refuse(view, place.orderId(), objection);
        }
        return Decision.of(Happening.of(
                new OrderPlaced(place.orderId(), booking, conditions.stepUpRequired(), place.secrets()),
                new ClaimHold(place.orderId(), booking.holdId(), booking.fanId())));
    }

    private @Nullable Refusal objection(
            CheckoutView view, Conditions conditions, PlaceOrder place, Booking booking, Instant at) {
        if (view.wanting(booking.holdId()) != null || view.order(place.orderId()) != null) {
            return Refusal.of(
                    "reservation_in_use",
                    "There is an order for this reservation already. See how it stands among your orders; where it came to nothing, its "
                            + "places are on sale again: reserve anew.");
        }
        if (conditions.identityRequired() && !place.identityVerified()) {
            return Refusal.of("identity_required", "Only people whose identity is verified may book this event.");
        }
        if (conditions.stepUpRequired() && place.secrets().recipient() == null) {
            return Refusal.of("contact_required", "Orders for this event are confirmed by a code; say where it goes.");
        }
        Refusal objection = concessions.objection(view, conditions, booking, at);
        return objection == null ? coupons.objection(view, booking, at) : objection;
    }
}
