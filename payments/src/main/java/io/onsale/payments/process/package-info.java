/**
 * The payments process: the only one that calls the gateway.
 *
 * <p>It does what {@code onsale.payments.commands.v1} asks for and reports what came of it to checkout, in {@code onsale.checkout.commands.v1}, under the
 * command's own key. Commands of one order are done one after another. All of it may happen twice: the gateway recognises a request by its
 * idempotency key, checkout a report by its command id, which is the payments command's with a {@code !}.
 *
 * <p>A refusal, and silence after an authorisation, are followed by reading the payment; whatever else was met with silence is asked again under the same
 * idempotency key. So is a refund that the gateway refuses, for ten minutes; after that it is reported as failed, and a dead letter. What is reported is
 * always how the payment stands at the gateway. No payment is begun after its time.
 */
@NullMarked
package io.onsale.payments.process;

import org.jspecify.annotations.NullMarked;
