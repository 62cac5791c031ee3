@NullMarked
package io.onsale.payments.toss;

import org.jspecify.annotations.NullMarked;
