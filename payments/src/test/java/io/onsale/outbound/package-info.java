@NullMarked
package io.onsale.outbound;

import org.jspecify.annotations.NullMarked;
