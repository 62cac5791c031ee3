package io.onsale.payments.process;

import io.onsale.schemas.common.CommandEnvelope;
import java.time.Instant;

/**
 * The command that a report is about.
 *
 * @param key the event's, under which all about the order is written
 * @param begun when it was begun to do what it asks for; whatever the gateway says is at least as new
 */
record Cause(String key, CommandEnvelope envelope, String orderId, Instant begun) {

    /** What the gateway knows the order by. */
    String reference() {
        return key + "/" + orderId;
    }

    /** What the gateway recognises a repeated request by. */
    String idempotencyKey(String step, Object which) {
        return orderId + ":" + step + ":" + which;
    }
}
