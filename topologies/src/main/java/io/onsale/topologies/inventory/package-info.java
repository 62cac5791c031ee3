/**
 * Inventory decides who holds and who owns which places of a show: numbered seats, or so many of a section or of a time of entry.
 *
 * <p>Commands come in on {@code onsale.inventory.commands.v1}, keyed by event, so that everything about one show is judged in one order.
 * Events go out on {@code onsale.inventory.events.v1}, answers on {@code onsale.inventory.replies.v1},
 * what checkout asked about its orders' holds goes to {@code onsale.checkout.commands.v1}, and whose admission is closed to {@code
 * onsale.admission.commands.v1}.
 *
 * <p>A refusal is an event, except about a show that was never opened: that is only answered.
 *
 * <p>Rows: {@code shows} (event → definition), {@code seats} (event|performance|seat → hold; a free seat has no row), {@code areas}
 * (event|performance|section|slot → places that are not free), {@code holds} (event|hold → hold), {@code fans} (event|contact's HMAC, or fan → tickets held or owned),
 * {@code batches} (event|batch → performance and window), {@code returns} (event|batch|number → places that wait), {@code
 * shoppers} (event|admission → fan, open holds, and how much it may still do).
 *
 * <p>Where a show has a waiting room, only whoever was let in holds places, until the admission ends by the log's time, and only the fan it was given
 * to. {@code CloseShopper} ends it earlier or clears up after it: what it holds and no order has claimed is released, what an order has claimed keeps its
 * deadline, and nothing more is held. {@code ShopperClosed} is said once nothing is left, and again whenever it is asked again; a shopper who has bought
 * everything is closed without being told to.
 *
 * <p>Where the organizer wants it so, cancelled places wait for the night: those of one performance come back in one batch, at a random instant of the
 * next window. The instant is {@code window start + (first 8 bytes of HMAC-SHA256(key "night-batch", subject), unsigned) mod window length in
 * milliseconds}, the nonce {@code HMAC-SHA256(key "night-batch-nonce", subject)}, with {@code subject = event id "\n" batch id} and keys derived from the
 * process key; so neither stands in a row or an event before its time, and both are the same after a restart and on replay. Every {@code SeatsReturned} of the batch
 * carries the commitment {@code HMAC-SHA256(nonce, event id "\n" batch id "\n" instant in milliseconds since 1970)}, and {@code BatchReleased} the
 * instant and the nonce, so that anybody can compute it again. A big batch comes back in several {@code BatchReleased}, one after the other. Whatever waits of a performance that is called
 * off comes back never. Where the performance is not sold any more when the window ends, places do not wait, and what waits comes back at once when the performance is moved
 * so: sold is better than surprising, and the commitment can be checked all the same. Its instant is known then, so what is given back for the same night after that waits in
 * another batch ({@code #2} after its id, and so on), which is why the row of one that came back early stays until its night begins.
 *
 * <p>What is owned, and which places are taken, is remembered until 120 days after the performance began, a month longer than checkout remembers an order; what counts
 * against limits until then after the last performance of a show that is closed. Later nobody can ask for it, and it is cleared away. A show's own row stays.
 *
 * <p>Invariants: a seat has at most one owner; a fan never has more tickets of an event than its limit; a hold is whole or not at all;
 * every hold ends, and nothing after its deadline sees it; once an admission is closed, no hold of it is ever open.
 *
 * <p>{@code domain} holds the rules; {@link io.onsale.topologies.inventory.InventoryIo} names topics, {@link
 * io.onsale.topologies.inventory.InventoryRows} the kinds of rows; {@link
 * io.onsale.topologies.inventory.InventoryMapping} is the only place that knows both Avro and the domain.
 */
@NullMarked
package io.onsale.topologies.inventory;

import org.jspecify.annotations.NullMarked;
