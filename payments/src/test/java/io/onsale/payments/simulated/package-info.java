@NullMarked
package io.onsale.payments.simulated;

import org.jspecify.annotations.NullMarked;
