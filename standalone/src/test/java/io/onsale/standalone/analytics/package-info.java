/** Analytics as a whole: the real broker, the real registry and the real engine of ClickHouse. */
@NullMarked
package io.onsale.standalone.analytics;

import org.jspecify.annotations.NullMarked;
