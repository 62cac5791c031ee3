@NullMarked
package io.onsale.payments.simulator.journal;

import org.jspecify.annotations.NullMarked;
