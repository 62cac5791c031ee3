/** The read routes, asked over HTTP. */
@NullMarked
package io.onsale.edge.reads;

import org.jspecify.annotations.NullMarked;
