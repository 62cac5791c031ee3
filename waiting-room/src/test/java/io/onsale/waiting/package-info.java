/** Tests of the draw and the line. */
@NullMarked
package io.onsale.waiting;

import org.jspecify.annotations.NullMarked;
