/**
 * The routes that read: events, seats, reservations, the funnel, and how the edge itself is.
 *
 * <p>All but the funnel are answered from {@link io.onsale.edge.views}, without asking anyone. Whatever a route reads, it first waits, bounded,
 * for the version that the request carries. Only published events can be seen, except by their organizer; what somebody may not
 * see is not found.
 *
 * <p>Seats come as JSON with an object for each, or with {@code format=compact} as text for each row; see {@link io.onsale.edge.reads.SeatsJson}.
 */
@NullMarked
package io.onsale.edge.reads;

import org.jspecify.annotations.NullMarked;
