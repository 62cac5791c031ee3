/**
 * Checkout decides what becomes of orders: what they cost, whether they are paid, and what goes back.
 *
 * <p>Commands come in on {@code onsale.checkout.commands.v1}, keyed by event. Events go out on {@code onsale.checkout.events.v1}, answers on
 * {@code onsale.checkout.replies.v1}. What an event has others do are commands to inventory, payments and messages; what came of it
 * they tell in commands to checkout. So an order goes
 *
 * <pre>
 * PLACED      its hold is claimed at inventory
 * VERIFYING   where the event asks for it: a code is sent, and given
 * AUTHORISING a card's money is promised (CHALLENGED: the card's bank asks for a code)
 * SECURING    inventory makes it the owner of all its places, or it ends
 * CAPTURING   the money is taken
 * CONFIRMED   it has tickets, until none is left: CANCELLED
 * ENDED       it came to nothing; places and money go back; what expires, or has a mistyped concession, leaves the hold to its fan and its own deadline
 * </pre>
 *
 * <p>A bank transfer owns its places first, and then waits (AUTHORISING, AWAITING_DEPOSIT) for the money. What costs nothing is confirmed
 * with its places.
 *
 * <p>Who owes an order an answer is asked again after half a minute, and then after pauses that double up to an hour; that is counted in the
 * order's row, and the same errand is only answered again by who has done it. A card is asked again only where payments found its time over by a deadline
 * that was prolonged meanwhile, and so has begun nothing. Time alone never ends an order with a promise: it ends where the
 * gateway says that there is none or that it keeps the money back, where its places are lost or its performance is called off. The promise is let go then, and money that was taken all the same comes back as stray.
 * At the time of a transfer, which is never after its performance begins, its payment is read, and only an answer of after that time, or hours without any, end the order. Money that has to go
 * back is asked back in the same way until the gateway says that it is, or has said for hours that it has no such promise.
 *
 * <p>A performance that was moved is cancelled by whichever of its dates since the order was paid is the most favourable to its fan, until it begins.
 *
 * <p>Ninety days after nothing can happen to an order any more (it ended or was cancelled and owes nothing, or its performance has begun) checkout
 * treats it as absent, and clears its row away; its fan's page tells of it by its events. Money that comes after that is put aside as a dead letter.
 *
 * <p>Rows: {@code sales} (event → terms), {@code orders} (event|order → order), {@code holds} (event|hold → order), {@code coupons}
 * (event|code → coupon, its uses, whether it was withdrawn), {@code coupon-uses} (event|code|HMAC of identity or contact, or fan → uses), {@code concession-tickets} (event|code → tickets that have it). Sealed secrets are in no event, only in an order's
 * row, and only until they are used: a card's token until the gateway has taken it up.
 *
 * <p>Invariants: an amount is what the receipt says, and a receipt never changes; no ticket without a place and the money; of each order
 * captured − refunded − refunds pending = valid tickets at their receipts + fees kept; a hold is bought at most once; a coupon is used no
 * more often than it may be, nor a concession for more tickets than it is for; repeats and disorder of reports change nothing.
 *
 * <p>{@code domain} holds the rules; {@link io.onsale.topologies.checkout.CheckoutIo} names topics, {@link
 * io.onsale.topologies.checkout.CheckoutRows} the kinds of rows; {@link io.onsale.topologies.checkout.CheckoutMapping} and the mappings beside it are the only places that know both Avro and the domain.
 */
@NullMarked
package io.onsale.topologies.checkout;

import org.jspecify.annotations.NullMarked;
