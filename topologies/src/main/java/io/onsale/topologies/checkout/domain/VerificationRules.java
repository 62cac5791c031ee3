package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.VerifyOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationFailed;
import io.onsale.topologies.checkout.domain.CheckoutEvent.VerificationPassed;
import io.onsale.topologies.checkout.domain.Errand.AnswerChallenge;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.kit.domain.Sealed;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a code is the right one: ours is compared, the bank's is passed on. */
final class VerificationRules {

    private static final Refusal NO_CODE_AWAITED = Refusal.of("wrong_status", "This order does not wait for a code.");

    private final OrderCodes codes;

    VerificationRules(OrderCodes codes) {
        this.codes = codes;
    }

    Decision<Happening> verify(CheckoutView view, @Nullable Order order, VerifyOrder verify) {
        if (order == null || !order.belongsTo(verify.fanId())) {
            return Refusals.refuse(view, verify.orderId(), Refusals.UNKNOWN_ORDER);
        }
        return switch (order.state()) {
            case VERIFYING -> isRight(order, verify.proof()) ? pass(order) : fail(order);
            case CHALLENGED ->
                Decision.of(Happening.of(
                        new VerificationPassed(order.id(), VerificationKind.CHALLENGE),
                        new AnswerChallenge(order.id(), order.payment().id(), verify.code())));
            default -> Refusals.refuse(view, order.id(), NO_CODE_AWAITED);
        };
    }

    /** In a time that tells nothing about how much of it is right. */
    private boolean isRight(Order order, Sealed proof) {
        byte[] given = new byte[proof.bytes().remaining()];
        proof.bytes().get(given);
        return MessageDigest.isEqual(codes.expected(order.id(), HoldRules.FIRST_ATTEMPT), given);
    }

    private static Decision<Happening> pass(Order order) {
        return Decision.of(Happening.of(
                new VerificationPassed(order.id(), VerificationKind.CODE),
                NextErrand.afterAgreement(order, order.price())));
    }

    private static Decision<Happening> fail(Order order) {
        int left = order.verification().codesLeft() - 1;
        Happening failed = Happening.of(new VerificationFailed(order.id(), left));
        List<Happening> events = left > 0
                ? List.of(failed)
                : List.of(failed, Endings.end(order, OrderEnd.TOO_MANY_CODES, "The code was wrong too often."));
        return new Decision<>(events, failed);
    }
}
