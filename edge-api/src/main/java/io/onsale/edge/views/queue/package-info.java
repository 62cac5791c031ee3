/**
 * Waiting rooms as the log tells of them: who is where in which line, computed from admission's events by the rules by which admission decides.
 *
 * <p>A {@link io.onsale.edge.views.queue.QueueRoom} keeps some sixty bytes a place besides the {@link io.onsale.waiting.Line}, in which a rank takes
 * microseconds. When the order is drawn a room draws it itself and compares: an edge never shows positions that it could not explain.
 */
@NullMarked
package io.onsale.edge.views.queue;

import org.jspecify.annotations.NullMarked;
