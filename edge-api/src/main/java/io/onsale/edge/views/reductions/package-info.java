/** Coupons of each event, and how many tickets have its concessions, by their codes, as checkout's events tell them. */
@NullMarked
package io.onsale.edge.views.reductions;

import org.jspecify.annotations.NullMarked;
