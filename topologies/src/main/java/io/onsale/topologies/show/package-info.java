/** What catalogue and inventory both say about a show, and the one mapping of it to Avro. */
@NullMarked
package io.onsale.topologies.show;

import org.jspecify.annotations.NullMarked;
