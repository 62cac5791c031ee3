package io.onsale.payments.simulator.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.payments.simulator.api.Reply;
import io.onsale.payments.simulator.gateway.Ledger.Done;
import io.onsale.payments.simulator.gateway.Ledger.Note;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What the simulated gateway says, as JSON. */
final class GatewayJson {

    private GatewayJson() {}

    static Reply reply(Done done) {
        return new Reply(
                done.status(),
                done.refundId().map(id -> refund(done.payment(), id)).orElseGet(() -> payment(done.payment())));
    }

    static ObjectNode payment(Held held) {
        ObjectNode payment = Ledger.JSON
                .createObjectNode()
                .put("payment_id", held.paymentId())
                .put("reference", held.reference())
                .put("attempt", held.attempt())
                .put("status", status(held))
                .put("amount", held.amount())
                .put("currency", held.currency())
                .put("captured", held.captured())
                .put("refunded", held.refunded())
                .put("reason", held.reason());
        if (held.deposit() != null) {
            payment.set("deposit", Ledger.JSON.valueToTree(held.deposit()));
        }
        ArrayNode refunds = payment.putArray("refunds");
        held.refunds().forEach(refund -> refunds.add(refund(held, refund)));
        return payment;
    }

    private static ObjectNode refund(Held held, String refundId) {
        return held.refunds().stream()
                .filter(refund -> refund.refundId().equals(refundId))
                .findFirst()
                .map(refund -> refund(held, refund))
                .orElseThrow(() -> new IllegalStateException("no refund " + refundId));
    }

    private static ObjectNode refund(Held held, Held.Repaid refund) {
        return Ledger.JSON
                .createObjectNode()
                .put("refund_id", refund.refundId())
                .put("payment_id", held.paymentId())
                .put("amount", refund.amount())
                .put("currency", held.currency())
                .put("status", "settled");
    }

    /** What a webhook says: how the payment stood when it was written, which may be past when it arrives. */
    static Note note(Held held) {
        String id = "wh_" + UUID.randomUUID();
        ObjectNode body = Ledger.JSON
                .createObjectNode()
                .put("id", id)
                .put("type", "payment.changed")
                .put("at", Instant.now().toString())
                .put("payment_id", held.paymentId())
                .put("reference", held.reference())
                .put("status", status(held))
                .put("amount", held.amount())
                .put("currency", held.currency());
        return new Note(id, body.toString());
    }

    private static String status(Held held) {
        return held.standing().name().toLowerCase(Locale.ROOT);
    }
}
