/** Tests of the registry client, and the registry they talk to. */
@NullMarked
package io.onsale.schemas.registry;

import org.jspecify.annotations.NullMarked;
