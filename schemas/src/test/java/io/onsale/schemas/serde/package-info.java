/** Tests of the serde, against a registry that lives in the test. */
@NullMarked
package io.onsale.schemas.serde;

import org.jspecify.annotations.NullMarked;
