package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Sealed;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event has others do; each is a command to inventory, payments or messages about one order. */
public sealed interface Errand {

    /** What inventory is to do. */
    sealed interface ForInventory extends Errand {}

    /** What payments is to do. */
    sealed interface ForPayments extends Errand {}

    /** Show the order its hold. */
    record ClaimHold(String orderId, String holdId, String fanId) implements ForInventory {}

    /** Leave the hold to its fan, who may order again. */
    record UnclaimHold(String orderId, String holdId, String fanId) implements ForInventory {}

    /** Make the order the owner of its places. */
    record ConfirmSeats(String orderId, String holdId, String fanId) implements ForInventory {}

    /**
     * Take places back.
     *
     * @param everything whatever is left of the order's, in place of the named ones
     */
    record ReturnSeats(
            String orderId,
            String holdId,
            String fanId,
            List<String> seatIds,
            List<HeldArea> areas,
            boolean everything,
            Returns returns)
            implements ForInventory {

        public ReturnSeats {
            seatIds = List.copyOf(seatIds);
            areas = List.copyOf(areas);
        }
    }

    /** Have money promised. */
    record AuthorisePayment(
            String orderId,
            long amount,
            String currency,
            PaymentMethod method,
            @Nullable Sealed token,
            Instant payUntil)
            implements ForPayments {}

    /** Say how a payment stands. */
    record CheckPayment(String orderId, String paymentId) implements ForPayments {}

    /** Pass a code on to the card's bank. */
    record AnswerChallenge(String orderId, String paymentId, Sealed code) implements ForPayments {}

    /** Take promised money. */
    record CapturePayment(String orderId, String paymentId, long amount, String currency) implements ForPayments {}

    /**
     * Let promised money go.
     *
     * @param paymentId empty where it is not known yet
     */
    record VoidPayment(String orderId, String paymentId) implements ForPayments {}

    /**
     * Give money back.
     *
     * @param attempt one more than the gateway has refused before; without an answer it stays the same
     */
    record RefundPayment(String orderId, String paymentId, String refundId, long amount, String currency, int attempt)
            implements ForPayments {}

    /** Send whoever orders the code of an attempt. */
    record SendCode(String orderId, String fanId, Sealed recipient, int attempt) implements Errand {}
}
