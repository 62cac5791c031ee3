/** The arithmetic of the waiting room's figures. */
@NullMarked
package io.onsale.benchmarks.queue;

import org.jspecify.annotations.NullMarked;
