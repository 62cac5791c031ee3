package io.onsale.edge.routes;

import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Guests;
import io.onsale.edge.auth.People;
import io.onsale.schemas.accounts.AccountState;
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
    private final Guests guests;
    private final Pseudonyms pseudonyms;
    private final BookingNumbers bookingNumbers = new BookingNumbers();
    private final Codes codes;
    private final SecretSeals seals;

    OrderCommands(Accounts accounts, People people, Guests guests, ProcessKey key) {
        this.accounts = accounts;
        this.people = people;
        this.guests = guests;
        this.pseudonyms = new Pseudonyms(key);
        this.codes = new Codes(key);
        this.seals = new SecretSeals(key);
    }

    PlaceOrder place(String eventId, Caller caller, OrderBody body) {
        String orderId = EventIds.newReservation(eventId);
        Optional<AccountState> account = accounts.byId(caller.accountId());
        Optional<String> contact = caller.contact()
                .map(it -> guests.contact(caller.accountId(), it))
                .or(() -> account.map(people::person).map(People.Person::email));
        return PlaceOrder.newBuilder()
                .setOrderId(orderId)
                .setBookingNumber(bookingNumbers.next())
                .setHoldId(body.reservationId())
                .setFanId(caller.accountId())
                .setContactKey(contact.map(pseudonyms::contactKey).orElse(null))
                .setRecipient(
                        contact.map(it -> seals.sealRecipient(orderId, it)).orElse(null))
                .setMethod(body.method())
                .setPaymentToken(body.paymentToken()
                        .map(token -> seals.sealToken(orderId, token))
                        .orElse(null))
                .setCoupon(body.coupon().orElse(null))
                .setConcessions(body.concessions())
                .setIdentityVerified(
                        account.filter(it -> it.getIdentity() != null).isPresent())
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
