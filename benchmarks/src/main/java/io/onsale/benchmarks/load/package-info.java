/** Drives requests and counts what comes back, whatever the requests are. */
@NullMarked
package io.onsale.benchmarks.load;

import org.jspecify.annotations.NullMarked;
