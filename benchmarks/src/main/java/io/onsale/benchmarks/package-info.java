/**
 * Load programs. They measure; tests never do.
 *
 * <p>{@code load} drives any request at a rate or from so many clients and counts what comes back, with latency from the intended start
 * where a rate is given, so that a stalled system cannot hide its stall. {@code holds} is the load itself: holds of seats, through HTTP or
 * through the log. {@code ./onsale bench --help} lists the commands.
 */
@NullMarked
package io.onsale.benchmarks;

import org.jspecify.annotations.NullMarked;
