/** Tests of what a waiting room is told and tells. */
@NullMarked
package io.onsale.edge.queue;

import org.jspecify.annotations.NullMarked;
