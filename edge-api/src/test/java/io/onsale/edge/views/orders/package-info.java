/** Tests of the orders that are in view. */
@NullMarked
package io.onsale.edge.views.orders;

import org.jspecify.annotations.NullMarked;
