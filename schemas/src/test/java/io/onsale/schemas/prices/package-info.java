@NullMarked
package io.onsale.schemas.prices;

import org.jspecify.annotations.NullMarked;
