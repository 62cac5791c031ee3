@NullMarked
package io.onsale.analytics.clickhouse;

import org.jspecify.annotations.NullMarked;
