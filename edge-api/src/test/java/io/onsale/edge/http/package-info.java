/** Tests of what every route shares, against a real server. */
@NullMarked
package io.onsale.edge.http;

import org.jspecify.annotations.NullMarked;
