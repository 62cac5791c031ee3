/** The client of the simulated gateway ({@code ./onsale run gateway}): its JSON on one side, the port on the other, and nothing in between. */
@NullMarked
package io.onsale.payments.simulated;

import org.jspecify.annotations.NullMarked;
