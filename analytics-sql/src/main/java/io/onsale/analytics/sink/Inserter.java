package io.onsale.analytics.sink;

import io.onsale.analytics.rows.RowBuffer;

/** Puts rows of {@code onsale.events} where they belong, once for each token however often it is asked to. */
@FunctionalInterface
public interface Inserter {
    /** The table the rows are for. */
    String TABLE = "onsale.events";

    /**
     * Returns when the rows are stored.
     *
     * @throws io.onsale.analytics.clickhouse.ClickHouseException if they may not be; the same insert will be tried again
     */
    void insert(String token, RowBuffer rows);
}
