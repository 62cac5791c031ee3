@NullMarked
package io.onsale.schemas.retry;

import org.jspecify.annotations.NullMarked;
