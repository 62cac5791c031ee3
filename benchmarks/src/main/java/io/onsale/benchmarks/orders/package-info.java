/** The load: fans who pay for what they hold. */
@NullMarked
package io.onsale.benchmarks.orders;

import org.jspecify.annotations.NullMarked;
