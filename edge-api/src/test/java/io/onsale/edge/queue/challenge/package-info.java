/** Tests of challenges. */
@NullMarked
package io.onsale.edge.queue.challenge;

import org.jspecify.annotations.NullMarked;
