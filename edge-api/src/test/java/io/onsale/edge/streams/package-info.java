/** Streams and those who listen to them. */
@NullMarked
package io.onsale.edge.streams;

import org.jspecify.annotations.NullMarked;
