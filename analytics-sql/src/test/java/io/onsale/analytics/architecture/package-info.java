@NullMarked
package io.onsale.analytics.architecture;

import org.jspecify.annotations.NullMarked;
