/** Orders by their id, their fan and their booking number, as checkout's events tell them. */
@NullMarked
package io.onsale.edge.views.orders;

import org.jspecify.annotations.NullMarked;
