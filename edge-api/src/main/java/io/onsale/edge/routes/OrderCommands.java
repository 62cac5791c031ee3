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
import io.onsale.schemas.privacy.PersonSeal;
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
    private final GuestKeys guestKeys;
    private final BookingNumbers bookingNumbers = new BookingNumbers();
    private final Codes codes;
    private final SecretSeals seals;
    private final Pseudonyms pseudonyms;

    /**
     * Where whoever orders is reached.
     *
     * @param contactKey by which the booking is found again
     * @param sealed with the person's own key
     */
    private record Reached(String contactKey, ByteBuffer sealed) {}

    OrderCommands(Accounts accounts, People people, Guests guests, GuestKeys guestKeys, ProcessKey key) {
        this.accounts = accounts;
        this.people = people;
        this.guests = guests;
        this.guestKeys = guestKeys;
        this.codes = new Codes(key);
        this.seals = new SecretSeals(key);
        this.pseudonyms = new Pseudonyms(key);
    }

    PlaceOrder place(String eventId, Caller caller, OrderBody body) {
        String orderId = EventIds.newReservation(eventId);
        Optional<AccountState> account = accounts.byId(caller.accountId());
        Optional<Reached> reached = reached(caller, account, orderId);
        Optional<String> identity =
                account.flatMap(state -> pseudonyms.identityKey(state.getIdentityKey(), state.getIdentity()));
        return PlaceOrder.newBuilder()
                .setOrderId(orderId)
                .setBookingNumber(bookingNumbers.next())
                .setHoldId(body.reservationId())
                .setFanId(caller.accountId())
                .setContactKey(caller.contactKey()
                        .or(() -> reached.map(Reached::contactKey))
                        .orElse(null))
                .setRecipient(reached.map(Reached::sealed).orElse(null))
                .setMethod(body.method())
                .setPaymentToken(body.paymentToken()
                        .map(token -> seals.sealToken(orderId, token))
                        .orElse(null))
                .setCoupon(body.coupon().orElse(null))
                .setConcessions(body.concessions())
                .setIdentityVerified(identity.isPresent())
                .setIdentityKey(identity.orElse(null))
                .build();
    }

    /** Guests say in their token where they are reached, and others in their account. */
    private Optional<Reached> reached(Caller caller, Optional<AccountState> account, String orderId) {
        if (caller.contact().isPresent()) {
            String contact = guests.contact(caller.accountId(), caller.contact().get());
            PersonSeal own = guestKeys.newest(caller.accountId());
            return Optional.of(new Reached(people.contactKey(contact), own.sealRecipient(orderId, contact)));
        }
        return account.map(state -> {
            String email = people.person(state).email();
            return new Reached(people.contactKeyOfEmail(email), people.recipient(state, orderId, email));
        });
    }

    VerifyOrder verify(String orderId, Caller caller, String code) {
        return new VerifyOrder(
                orderId,
                caller.accountId(),
                ByteBuffer.wrap(codes.proof(CodePurpose.ORDER, orderId, code)),
                seals.sealChallenge(orderId, code));
    }
}
