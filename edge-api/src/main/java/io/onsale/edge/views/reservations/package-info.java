/** Holds by their id, as inventory's events tell them: what a fan asks about with a reservation's id. */
@NullMarked
package io.onsale.edge.views.reservations;

import org.jspecify.annotations.NullMarked;
