/** Tests of the registry's log. */
@NullMarked
package io.onsale.standalone.registry.store;

import org.jspecify.annotations.NullMarked;
