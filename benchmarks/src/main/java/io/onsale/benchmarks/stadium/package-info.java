/** The load: everybody at once, for best-available seats of a stadium. */
@NullMarked
package io.onsale.benchmarks.stadium;

import org.jspecify.annotations.NullMarked;
