@NullMarked
package io.onsale.payments.process;

import org.jspecify.annotations.NullMarked;
