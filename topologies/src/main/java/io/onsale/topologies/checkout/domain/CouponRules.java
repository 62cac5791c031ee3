package io.onsale.topologies.checkout.domain;

import io.onsale.schemas.bounds.EventBounds;
import io.onsale.topologies.checkout.domain.CheckoutCommand.DefineCoupon;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WithdrawCoupon;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CouponDefined;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CouponWithdrawn;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which coupons there are, and whether an order may use one. */
final class CouponRules {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1," + EventBounds.COUPON_CODE_LENGTH + "}");
    private static final Refusal UNKNOWN = Refusal.of("unknown_coupon", "This event has no such coupon.");
    private static final Refusal OVER =
            new Refusal("invalid_coupon", "valid_until has to be an instant to come.", List.of("valid_until"));

    Decision<Happening> define(CheckoutView view, DefineCoupon define, Instant at) {
        IssuedCoupon issued = view.coupon(define.coupon().code());
        Coupon coupon = define.coupon()
                .spelled(
                        issued == null
                                ? define.coupon().code().strip()
                                : issued.coupon().code());
        Refusal objection = objection(view, define.organizerId(), coupon, issued);
        if (objection != null) {
            return Refusals.refuse(view, coupon.code(), objection);
        }
        Happening defined = Happening.of(new CouponDefined(coupon));
        if (issued != null && !issued.withdrawn()) {
            return Decision.answer(defined);
        }
        return at.isBefore(coupon.validUntil()) ? Decision.of(defined) : Refusals.refuse(view, coupon.code(), OVER);
    }

    Decision<Happening> withdraw(CheckoutView view, WithdrawCoupon withdraw) {
        Refusal objection = objection(view.sale(), withdraw.organizerId());
        if (objection != null) {
            return Refusals.refuse(view, withdraw.code(), objection);
        }
        IssuedCoupon issued = view.coupon(withdraw.code());
        if (issued == null) {
            return Refusals.refuse(view, withdraw.code(), UNKNOWN);
        }
        Happening withdrawn = Happening.of(new CouponWithdrawn(issued.coupon().code()));
        return issued.withdrawn() ? Decision.answer(withdrawn) : Decision.of(withdrawn);
    }

    /** Why somebody may not say which coupons there are; an operator may. */
    private static @Nullable Refusal objection(@Nullable Sale sale, @Nullable String organizer) {
        if (sale == null) {
            return Refusals.UNKNOWN_EVENT;
        }
        return organizer == null || sale.definition().billing().organizerId().equals(organizer)
                ? null
                : Refusal.of("not_your_event", "This event is another organizer's.");
    }

    private static @Nullable Refusal objection(
            CheckoutView view, String organizer, Coupon coupon, @Nullable IssuedCoupon issued) {
        Refusal objection = objection(view.sale(), organizer);
        if (objection != null) {
            return objection;
        }
        List<String> wrong = wrongFields(coupon);
        if (!wrong.isEmpty()) {
            return new Refusal("invalid_coupon", "This is no coupon: " + String.join(", ", wrong) + ".", wrong);
        }
        return issued == null || issued.withdrawn() || issued.coupon().equals(coupon)
                ? null
                : Refusal.of("coupon_exists", "There is another coupon of this code; withdraw that first.");
    }

    private static List<String> wrongFields(Coupon coupon) {
        if (!CODE.matcher(coupon.code()).matches()) {
            return List.of("code");
        }
        if (coupon.percent() < 0 || coupon.percent() > 100) {
            return List.of("percent");
        }
        if (coupon.amount() < 0 || coupon.amount() > EventBounds.HIGHEST_PRICE) {
            return List.of("amount");
        }
        if ((coupon.percent() == 0) == (coupon.amount() == 0)) {
            return List.of("percent", "amount"); // one of the two
        }
        if (coupon.uses() < 1 || coupon.usesPerFan() < 1) {
            return List.of("uses", "uses_per_fan");
        }
        return coupon.validFrom().isBefore(coupon.validUntil()) ? List.of() : List.of("valid_until");
    }

    /** What an order's coupon takes off now; null where it names none that there is. */
    @Nullable
    Coupon terms(CheckoutView view, Booking booking) {
        IssuedCoupon issued = booking.coupon() == null ? null : view.coupon(booking.coupon());
        return issued == null ? null : issued.coupon();
    }

    /** Why an order may not use the coupon it names; null where it may, or names none. */
    @Nullable
    Refusal objection(CheckoutView view, Booking booking, Instant at) {
        String code = booking.coupon();
        if (code == null) {
            return null;
        }
        IssuedCoupon issued = view.coupon(code);
        if (issued == null) {
            return UNKNOWN;
        }
        if (issued.withdrawn()) {
            return Refusal.of("coupon_withdrawn", "The organizer has withdrawn this coupon.");
        }
        Coupon coupon = issued.coupon();
        if (!coupon.validAt(at)) {
            return Refusal.of("coupon_not_valid", "This coupon is not valid now.");
        }
        if (issued.used() >= coupon.uses()) {
            return Refusal.of("coupon_used_up", "This coupon has been used as often as it may be.");
        }
        if (view.couponUses(coupon.code(), booking.countedBy()) >= coupon.usesPerFan()) {
            return Refusal.of("coupon_used_up", "You have used this coupon as often as one person may.");
        }
        return coupon.combinable() || booking.concessions().isEmpty()
                ? null
                : Refusal.of("not_combinable", "This coupon can't be combined with concessions.");
    }
}
