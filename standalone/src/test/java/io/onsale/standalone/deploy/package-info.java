/** The deployment files against the code: no image is run here, but nothing they name may be missing. */
@NullMarked
package io.onsale.standalone.deploy;

import org.jspecify.annotations.NullMarked;
