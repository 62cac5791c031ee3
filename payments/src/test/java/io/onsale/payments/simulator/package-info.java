@NullMarked
package io.onsale.payments.simulator;

import org.jspecify.annotations.NullMarked;
