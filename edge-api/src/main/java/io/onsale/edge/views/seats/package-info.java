/**
 * The seats of every show, as inventory's events tell them.
 *
 * <p>A {@link io.onsale.edge.views.seats.Hall} numbers a show's seats once; a {@link io.onsale.edge.views.seats.SeatMap} then needs one byte a
 * seat of the sections in which anything was held, for each performance. {@link io.onsale.edge.views.seats.Show} has one writer, the tail of inventory's events, and hands its
 * readers snapshots that belong to exactly one version, the sequence of the event that made it. What changed lately is kept
 * in a {@link io.onsale.edge.views.seats.DeltaRing}, from which streams are served and resumed.
 */
@NullMarked
package io.onsale.edge.views.seats;

import org.jspecify.annotations.NullMarked;
