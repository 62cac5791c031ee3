package io.onsale.edge.routes;

import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.People;
import io.onsale.schemas.checkout.PlaceOrder;
import io.onsale.schemas.checkout.VerifyOrder;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.privacy.SecretSeals;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Makes commands to checkout of what a fan sent, with every secret in them sealed. */
final class OrderCommands {

    private final Accounts accounts;
    private final People people;
    private final Pseudonyms pseudonyms;
    private final BookingNumbers bookingNumbers = new BookingNumbers();
    private final Codes codes;
    private final SecretSeals seals;

    OrderCommands(Accounts accounts, People people, ProcessKey key) {
        this.accounts = accounts;
        this.people = people;
        this.pseudonyms = new Pseudonyms(key);
        this.codes = new Codes(key);
        this.seals = new SecretSeals(key);
    }

    PlaceOrder place(String eventId, Caller caller, OrderBody body) {
        String orderId = EventIds.newReservation(eventId);
        Optional<String> email =
                accounts.byId(caller.accountId()).map(people::person).map(People.Person::email);
        return PlaceOrder.newBuilder()
                .setOrderId(orderId)
                .setBookingNumber(bookingNumbers.next())
                .setHoldId(body.reservationId())
                .setFanId(caller.accountId())
                .setContactKey(email.map(pseudonyms::contactKey).orElse(null))
                .setRecipient(email.map(it -> seals.sealRecipient(orderId, it)).orElse(null))
                .setMethod(body.method())
                .setPaymentToken(body.paymentToken()
                        .map(token -> seals.sealToken(orderId, token))
                        .orElse(null))
                .setCoupon(body.coupon().orElse(null))
                .setConcessions(body.concessions())
                .build();
    }

    VerifyOrder verify(String orderId, Caller caller, String code) {
        return new VerifyOrder(
                orderId,
                caller.accountId(),
                ByteBuffer.wrap(codes.proof(CodePurpose.ORDER, orderId, code)),
                seals.sealChallenge(orderId, code));
    }
}
