/** {@code ./onsale bench line}: what the draw and the line cost by themselves, without a log, a system or a network. */
@NullMarked
package io.onsale.benchmarks.line;

import org.jspecify.annotations.NullMarked;
