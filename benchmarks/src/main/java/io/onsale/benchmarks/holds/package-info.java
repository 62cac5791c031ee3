/** The load: fans who hold seats of one large show. */
@NullMarked
package io.onsale.benchmarks.holds;

import org.jspecify.annotations.NullMarked;
