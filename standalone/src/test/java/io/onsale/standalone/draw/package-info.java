/** Tests of verifying a published draw. */
@NullMarked
package io.onsale.standalone.draw;

import org.jspecify.annotations.NullMarked;
