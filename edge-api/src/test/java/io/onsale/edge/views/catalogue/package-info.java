/** The catalogue view's tests. */
@NullMarked
package io.onsale.edge.views.catalogue;

import org.jspecify.annotations.NullMarked;
