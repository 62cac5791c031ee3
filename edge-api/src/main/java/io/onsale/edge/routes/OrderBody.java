package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.schemas.bounds.EventBounds;
import io.onsale.schemas.checkout.ConcessionClaim;
import io.onsale.schemas.checkout.PaymentMethod;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An order as a fan posts it. Amounts and prices a client sends are not even read.
 *
 * @param paymentToken the gateway's, a secret
 * @param digested what two requests of one idempotency key have to have in common; without the token
 */
@SuppressWarnings("ArrayRecordComponent") // It lives for one request and is never compared.
record OrderBody(
        String reservationId,
        PaymentMethod method,
        Optional<String> paymentToken,
        Optional<String> coupon,
        List<ConcessionClaim> concessions,
        byte[] digested) {

    private static final int MAX_ID = 128;
    private static final int MAX_TOKEN = 512;
    private static final int MAX_METHOD = 32;
    private static final int MAX_CLAIMS = 10;
    private static final int MAX_SEAT_ID = 160;

    static OrderBody read(Fields body) {
        Fields payment = body.object("payment");
        PaymentMethod method = method(payment);
        Optional<String> token =
                method == PaymentMethod.CARD ? Optional.of(payment.secret("token", 1, MAX_TOKEN)) : Optional.empty();
        return new OrderBody(reservationId(body), method, token, coupon(body), claims(body), digested(body, method));
    }

    static String reservationId(Fields body) {
        return body.text("reservation_id", 1, MAX_ID);
    }

    static Optional<String> coupon(Fields body) {
        return body.optionalText("coupon", EventBounds.COUPON_CODE_LENGTH);
    }

    static List<ConcessionClaim> claims(Fields body) {
        return body.has("concessions")
                ? body.objects("concessions", 0, MAX_CLAIMS).stream()
                        .map(OrderBody::claim)
                        .toList()
                : List.of();
    }

    private static PaymentMethod method(Fields payment) {
        return switch (payment.text("method", 1, MAX_METHOD)) {
            case "card" -> PaymentMethod.CARD;
            case "bank_transfer" -> PaymentMethod.BANK_TRANSFER;
            default -> throw payment.invalid("method", "has to be card or bank_transfer");
        };
    }

    private static ConcessionClaim claim(Fields claim) {
        List<String> seats =
                claim.has("seat_ids") ? claim.texts("seat_ids", 1, EventBounds.MOST_TICKETS, MAX_SEAT_ID) : List.of();
        Optional<String> section = claim.optionalText("section", MAX_ID);
        if (seats.isEmpty() == section.isEmpty()) {
            throw claim.invalid("seat_ids", "has to be given, or else section and quantity");
        }
        return new ConcessionClaim(
                claim.text("code", 1, EventBounds.NAME_LENGTH),
                seats,
                section.orElse(null),
                section.isEmpty() ? 0 : (int) claim.number("quantity", 1, EventBounds.MOST_TICKETS));
    }

    private static byte[] digested(Fields body, PaymentMethod method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(body.canonical("payment"));
        bytes.writeBytes(method.name().getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
