/** Coupons of each event by their code, as checkout's events tell them. */
@NullMarked
package io.onsale.edge.views.coupons;

import org.jspecify.annotations.NullMarked;
