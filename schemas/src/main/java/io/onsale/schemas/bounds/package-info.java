/** How much of everything there may be, where more than one process has to say the same. */
@NullMarked
package io.onsale.schemas.bounds;

import org.jspecify.annotations.NullMarked;
