/** Tests of the schema registry on a real broker, with independent clients. */
@NullMarked
package io.onsale.standalone.registry;

import org.jspecify.annotations.NullMarked;
