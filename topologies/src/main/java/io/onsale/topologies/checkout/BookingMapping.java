package io.onsale.topologies.checkout;

import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.PlaceOrder;
import io.onsale.topologies.checkout.domain.Booking;
import io.onsale.topologies.checkout.domain.CheckoutCommand;
import io.onsale.topologies.checkout.domain.ConcessionClaim;
import io.onsale.topologies.checkout.domain.Coupon;
import io.onsale.topologies.checkout.domain.PaymentMethod;
import io.onsale.topologies.checkout.domain.Secrets;
import io.onsale.topologies.kit.domain.Sealed;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking between Avro and the domain. */
final class BookingMapping {

    private BookingMapping() {}

    static CheckoutCommand.PlaceOrder place(PlaceOrder place) {
        return new CheckoutCommand.PlaceOrder(
                place.getOrderId(),
                new Booking(
                        place.getBookingNumber(),
                        place.getHoldId(),
                        place.getFanId(),
                        place.getContactKey(),
                        place.getIdentityKey(),
                        PaymentMethod.valueOf(place.getMethod().name()),
                        place.getCoupon(),
                        null,
                        claims(place.getConcessions())),
                new Secrets(sealed(place.getRecipient()), sealed(place.getPaymentToken())),
                place.getIdentityVerified());
    }

    static Booking fromAvro(OrderPlaced placed) {
        return new Booking(
                placed.getBookingNumber(),
                placed.getHoldId(),
                placed.getFanId(),
                placed.getContactKey(),
                placed.getIdentityKey(),
                PaymentMethod.valueOf(placed.getMethod().name()),
                placed.getCoupon(),
                terms(placed.getCouponTerms()),
                claims(placed.getConcessions()));
    }

    /** For everyone who reads events: without secrets. */
    static OrderPlaced toAvro(String orderId, Booking booking) {
        return new OrderPlaced(
                orderId,
                booking.number(),
                booking.holdId(),
                booking.fanId(),
                booking.contactKey(),
                method(booking.method()),
                booking.coupon(),
                booking.concessions().stream()
                        .map(claim -> new io.onsale.schemas.checkout.ConcessionClaim(
                                claim.code(), claim.seatIds(), claim.section(), claim.quantity()))
                        .toList(),
                booking.identityKey(),
                booking.couponTerms() == null ? null : CouponMapping.toAvro(booking.couponTerms()));
    }

    private static @Nullable Coupon terms(io.onsale.schemas.checkout.@Nullable Coupon terms) {
        return terms == null ? null : CouponMapping.fromAvro(terms);
    }

    static io.onsale.schemas.checkout.PaymentMethod method(PaymentMethod method) {
        return io.onsale.schemas.checkout.PaymentMethod.valueOf(method.name());
    }

    private static List<ConcessionClaim> claims(List<io.onsale.schemas.checkout.ConcessionClaim> claims) {
        return claims.stream()
                .map(claim -> new ConcessionClaim(
                        claim.getCode(), claim.getSeatIds(), claim.getSection(), claim.getQuantity()))
                .toList();
    }

    static @Nullable Sealed sealed(@Nullable ByteBuffer bytes) {
        return bytes == null ? null : Sealed.of(bytes);
    }

    static @Nullable ByteBuffer bytes(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.bytes();
    }
}
