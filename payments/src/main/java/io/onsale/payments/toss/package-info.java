/**
 * An adapter in the shape of Toss Payments' API, written from its public documentation. <strong>It was never called for real</strong>: its tests answer
 * in the documented shape, and before anybody's money goes through it, it has to be tried with test keys of one's own.
 *
 * <p>That API knows less than the port, and {@link io.onsale.payments.toss.TossGateway} makes do:
 *
 * <ul>
 *   <li>No separate capture: confirming takes the money. A confirmed card payment is given as authorised, and a capture only reads that it is still there. To
 *       let go is to cancel whole; the fan sees a payment and its cancellation.
 *   <li>The bank's question to the fan is asked in the company's own payment window, before there is a payment key; an answer to it is refused here.
 *   <li>Bank transfers are refused ({@code not_supported}): an account there is opened for a name, and refunded to an account, that the port does not have.
 *   <li>Won only, because other currencies' amounts are decimal fractions there.
 *   <li>One attempt for an order, because an order id is good for one payment. It may have 64 characters, so it is made of the two ids in our reference
 *       ({@link io.onsale.payments.toss.TossOrderIds}). The page that opens the payment window needs it, so the edge has to give an order its id before it
 *       is placed; nothing does that yet.
 *   <li>A cancellation has no id of ours but a reason in words, so a refund's id goes there; before money is sent back the payment is read, because the company
 *       forgets idempotency keys after 15 days. A refused request may be refused again under its key until then.
 *   <li>Its webhooks are not signed as ours are, so they don't get past the edge; how a payment stands is learned by asking.
 * </ul>
 */
@NullMarked
package io.onsale.payments.toss;

import org.jspecify.annotations.NullMarked;
