/** Payments and messages on a real log, with the simulated companies behind real HTTP. */
@NullMarked
package io.onsale.standalone.outbound;

import org.jspecify.annotations.NullMarked;
