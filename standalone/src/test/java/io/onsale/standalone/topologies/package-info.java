/** Topologies on the real broker and the real registry. */
@NullMarked
package io.onsale.standalone.topologies;

import org.jspecify.annotations.NullMarked;
