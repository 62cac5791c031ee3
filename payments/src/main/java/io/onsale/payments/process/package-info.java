/**
 * The payments process: the only one that calls the gateway.
 *
 * <p>It does what {@code onsale.payments.commands.v1} asks for and reports what came of it to checkout, in {@code onsale.checkout.commands.v1}, under the
 * command's own key. Commands of one order are done one after another. All of it may happen twice: the gateway recognises a request by its
 * idempotency key, and to checkout a report counts only in the states of its order in which it is news. A report's command id is the payments command's
 * with a {@code !}, for those who read the log.
 *
 * <p>A refusal, and silence after an authorisation, are followed by reading the payment; whatever else was met with silence is asked again under the same
 * idempotency key. A refund that the gateway refuses is reported as failed at once; checkout has the patience to ask again, under a new key. What is
 * reported is always how the payment stands at the gateway, and what was asked of it then; an answer that the gateway only repeats says how it stood when
 * it was first given. What is refused without a code of the gateway's was not judged by it but by some server in between, and counts as silence. No payment is
 * begun after its time; whether that was prolonged meanwhile checkout knows, and asks again.
 */
@NullMarked
package io.onsale.payments.process;

import org.jspecify.annotations.NullMarked;
