/**
 * A waiting room's draw and line, pure and without dependencies: admission decides with it, the edge shows with it, and anybody can check with it what was
 * decided.
 *
 * <p>The draw, as {@code docs/draw.md} writes it down for people:
 *
 * <ul>
 *   <li>{@link io.onsale.waiting.Policy} makes a score of what is known about a fan; {@link io.onsale.waiting.Leaf} is that, published and hashed.
 *   <li>{@link io.onsale.waiting.Roster} gathers who takes part; its root, {@link io.onsale.waiting.MerkleRoot}, is fixed before the seed is known, and
 *       {@link io.onsale.waiting.MerkleTree} proves to a fan to be in it.
 *   <li>{@link io.onsale.waiting.Draw} puts the roster in order.
 * </ul>
 *
 * <p>{@link io.onsale.waiting.Line} is what is left of that order as fans come, leave and are let in. It is made again, the same, from rows or from events: by
 * everybody who is still there joining the roster, the draw of those (a part of a roster stands in the whole's order), and the others in the order in which they
 * came or were moved.
 */
@NullMarked
package io.onsale.waiting;

import org.jspecify.annotations.NullMarked;
