/** Orders by their id, their fan and their booking number, and what is sold of each performance, as checkout's events tell it. */
@NullMarked
package io.onsale.edge.views.orders;

import org.jspecify.annotations.NullMarked;
