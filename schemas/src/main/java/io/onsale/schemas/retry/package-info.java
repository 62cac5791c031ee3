/** How long whoever failed waits before trying again. */
@NullMarked
package io.onsale.schemas.retry;

import org.jspecify.annotations.NullMarked;
