/**
 * Admission decides who waits for an event, in which order, and who is let in when.
 *
 * <p>Commands come in on {@code onsale.admission.commands.v1}, keyed by event, so that everything about one waiting room is judged in one order.
 * Events go out on {@code onsale.admission.events.v1}, answers on {@code onsale.admission.replies.v1}; that an admission is to do nothing any
 * more goes to {@code onsale.inventory.commands.v1}, and only when inventory says {@code ShopperClosed} is its place free.
 *
 * <p>Joins come in batches: one command, one event and one answer for hundreds of fans, so that their number costs a row each and little else.
 * Joining is idempotent by state and keeps no recorded answers.
 *
 * <p>A room goes through phases, by the log's time alone: fans join from {@code opens_at} on; at {@code draws_at} the roster is frozen; once the
 * beacon has spoken, where there is one, the order is drawn; from then on fans are let in. What is due happens before any command is judged,
 * and {@code WakeRoom} is time's own command. The seed of the draw is {@code HMAC-SHA256(key "draw-seed", event id)}, a fan's pseudonym the first 16 bytes of
 * {@code HMAC-SHA256(key "queue-pseudonym", event id "\n" fan id)}, with keys derived from the process key: both are the same after a restart
 * and on replay, and only the seed's commitment is in the log until the order is drawn.
 *
 * <p>Whoever waits is let in one after the other in equal steps of the pace, and no more at once than may shop. Time is looked at every 50 ms or
 * so; what was missed in the meantime is caught up, up to 250 ms of it, so that neither an empty line nor a pause becomes a rush.
 *
 * <p>Rows: {@code rooms} (event → room), {@code places} (event|fan → the fan's latest place), {@code ratings} (event|fan → what is known of the
 * fan), {@code shoppers} (event|place → an admission whose place is not free yet), {@code leavers} (event|place → the leaf of a place that
 * was given up between freeze and draw). Order, names and counts of everybody who waits are in memory and made from the rows at start.
 * A day after a room is over it knows nobody any more, and all its rows but its own are cleared away. A room that nobody closes closes by itself
 * a day after its event's sale has ended.
 *
 * <p>Invariants: a fan has at most one live place; whoever is let in is the first of the policy's order; no admission makes more shoppers than
 * the limit then in force, counting everybody of whom inventory has not said that nothing is left; after the roster is frozen nobody moves,
 * except a suspected bot to the very end.
 *
 * <p>{@code domain} holds the rules; {@link io.onsale.topologies.admission.AdmissionIo} names topics, {@link
 * io.onsale.topologies.admission.AdmissionRows} the kinds of rows; only the mappings know both Avro and the domain.
 */
@NullMarked
package io.onsale.topologies.admission;

import org.jspecify.annotations.NullMarked;
