/** How the simulated companies do things one at a time, and later. */
@NullMarked
package io.onsale.payments.simulator.work;

import org.jspecify.annotations.NullMarked;
