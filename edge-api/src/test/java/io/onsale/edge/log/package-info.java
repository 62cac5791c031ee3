/** Tests of commands and replies. */
@NullMarked
package io.onsale.edge.log;

import org.jspecify.annotations.NullMarked;
