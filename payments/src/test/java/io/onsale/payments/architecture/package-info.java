@NullMarked
package io.onsale.payments.architecture;

import org.jspecify.annotations.NullMarked;
