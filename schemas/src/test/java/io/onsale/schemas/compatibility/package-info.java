/** Tests of the rules for changing a schema, and of the released schemas against them. */
@NullMarked
package io.onsale.schemas.compatibility;

import org.jspecify.annotations.NullMarked;
