@NullMarked
package io.onsale.analytics.rows;

import org.jspecify.annotations.NullMarked;
