package io.onsale.payments.process;

import io.onsale.schemas.checkout.PaymentStep;
import io.onsale.schemas.common.CommandEnvelope;
import java.time.Instant;

/**
 * The command that a report is about.
 *
 * @param key the event's, under which all about the order is written
 * @param step what it asks for
 * @param begun when it was begun to do that; what the gateway then reads is at least as new, but what it repeats under an idempotency key may be older
 */
record Cause(String key, CommandEnvelope envelope, String orderId, PaymentStep step, Instant begun) {

    /** What the gateway knows the order by. */
    String reference() {
        return key + "/" + orderId;
    }

    /** What the gateway recognises a repeated request by. */
    String idempotencyKey(String step, Object which) {
        return orderId + ":" + step + ":" + which;
    }
}
