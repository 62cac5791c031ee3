/** How much of everything there may be, and what words stand for what, where more than one process has to say the same. */
@NullMarked
package io.onsale.schemas.bounds;

import org.jspecify.annotations.NullMarked;
