/**
 * Inventory decides who holds and who owns which places of a show: numbered seats, or so many of a section or of a time of entry.
 *
 * <p>Commands come in on {@code onsale.inventory.commands.v1}, keyed by event, so that everything about one show is judged in one order.
 * Events go out on {@code onsale.inventory.events.v1}, answers on {@code onsale.inventory.replies.v1},
 * and what checkout asked about its orders' holds goes to {@code onsale.checkout.commands.v1}.
 *
 * <p>A refusal is an event, except about a show that was never opened: that is only answered.
 *
 * <p>Rows: {@code shows} (event → definition), {@code seats} (event|performance|seat → hold; a free seat has no row), {@code areas}
 * (event|performance|section|slot → places that are not free), {@code holds} (event|hold → hold), {@code fans} (event|fan → tickets held or owned).
 *
 * <p>Invariants: a seat has at most one owner; a fan never has more tickets of an event than its limit; a hold is whole or not at all;
 * every hold ends, and nothing after its deadline sees it.
 *
 * <p>{@code domain} holds the rules; {@link io.onsale.topologies.inventory.InventoryIo} names topics, {@link
 * io.onsale.topologies.inventory.InventoryRows} the kinds of rows; {@link
 * io.onsale.topologies.inventory.InventoryMapping} is the only place that knows both Avro and the domain.
 */
@NullMarked
package io.onsale.topologies.inventory;

import org.jspecify.annotations.NullMarked;
