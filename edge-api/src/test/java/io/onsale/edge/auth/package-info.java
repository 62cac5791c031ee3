/** Tests of passwords and tokens. */
@NullMarked
package io.onsale.edge.auth;

import org.jspecify.annotations.NullMarked;
