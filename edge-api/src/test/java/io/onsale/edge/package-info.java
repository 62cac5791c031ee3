/** Tests of the edge as a whole. */
@NullMarked
package io.onsale.edge;

import org.jspecify.annotations.NullMarked;
