/**
 * A file of JSON lines that a simulator keeps its state in: what was appended is on the disk before anybody is told of it.
 *
 * <p>A line has keys, and the newest line of a key is what is true of it. Only where lines stand is kept in memory, so that a small process can keep many.
 */
@NullMarked
package io.onsale.payments.simulator.journal;

import org.jspecify.annotations.NullMarked;
