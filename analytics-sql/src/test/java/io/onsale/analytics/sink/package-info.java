@NullMarked
package io.onsale.analytics.sink;

import org.jspecify.annotations.NullMarked;
