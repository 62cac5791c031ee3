/**
 * One production process: {@code ./onsale run edge}, {@code topology NAME}, {@code payments}, {@code messages}, {@code sink}, {@code registry}, {@code gateway}.
 *
 * <p>A process reads its configuration once, from the environment, through {@link io.onsale.standalone.run.Environment}, which reports
 * everything that is wrong with it together. It serves {@code /livez}, {@code /readyz} and {@code /metrics}, and stops cleanly on SIGTERM.
 */
@NullMarked
package io.onsale.standalone.run;

import org.jspecify.annotations.NullMarked;
