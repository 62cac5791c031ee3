/** How production processes read their configuration. */
@NullMarked
package io.onsale.standalone.run;

import org.jspecify.annotations.NullMarked;
