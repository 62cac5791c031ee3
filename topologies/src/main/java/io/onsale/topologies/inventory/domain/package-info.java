/**
 * Inventory's rules: pure Java.
 *
 * <p>{@link io.onsale.topologies.inventory.domain.InventoryDecider} judges. What it needs to know is kept by small books, each
 * its own concern: {@link io.onsale.topologies.inventory.domain.SeatBook} (which hold a seat belongs to), {@link
 * io.onsale.topologies.inventory.domain.AreaBook} (places taken of sections without numbered seats), {@link
 * io.onsale.topologies.inventory.domain.HoldBook} (holds and their deadlines), {@link
 * io.onsale.topologies.inventory.domain.ShopperBook} (who was let in) and {@link
 * io.onsale.topologies.inventory.domain.LimitLedger} (tickets per fan). {@link io.onsale.topologies.inventory.domain.InventoryBooks}
 * lets events change them; nothing else does.
 */
@NullMarked
package io.onsale.topologies.inventory.domain;

import org.jspecify.annotations.NullMarked;
