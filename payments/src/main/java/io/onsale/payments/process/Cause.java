package io.onsale.payments.process;

import io.onsale.schemas.common.CommandEnvelope;

/**
 * The command that a report is about.
 *
 * @param key the event's, under which all about the order is written
 */
record Cause(String key, CommandEnvelope envelope, String orderId) {

    /** What the gateway knows the order by. */
    String reference() {
        return key + "/" + orderId;
    }

    /** What the gateway recognises a repeated request by. */
    String idempotencyKey(String step, Object which) {
        return orderId + ":" + step + ":" + which;
    }
}
