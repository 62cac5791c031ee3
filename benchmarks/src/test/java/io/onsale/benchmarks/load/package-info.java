/** Tests of the load. */
@NullMarked
package io.onsale.benchmarks.load;

import org.jspecify.annotations.NullMarked;
