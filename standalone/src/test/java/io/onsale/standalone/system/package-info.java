/** The whole system as its clients see it: real broker, registry, engine and topologies behind two edges. */
@NullMarked
package io.onsale.standalone.system;

import org.jspecify.annotations.NullMarked;
