@NullMarked
package io.onsale.schemas.bounds;

import org.jspecify.annotations.NullMarked;
