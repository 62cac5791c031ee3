package io.onsale.analytics.sink;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.rows.EventRows;
import io.onsale.analytics.rows.RowBuffer;

/** Inserts through ClickHouse's HTTP interface, synchronously and as one block, which is what a token stands for. */
public final class ClickHouseInserter implements Inserter {
    private final ClickHouseClient client;

    public ClickHouseInserter(ClickHouseClient client) {
        this.client = client;
    }

    @Override
    public void insert(String token, RowBuffer rows) {
        String statement = """
                INSERT INTO %s (%s) \
                SETTINGS insert_deduplication_token = '%s', deduplicate_blocks_in_dependent_materialized_views = 1, \
                async_insert = 0, input_format_parallel_parsing = 0, max_partitions_per_insert_block = 0 \
                FORMAT RowBinary""".formatted(TABLE, EventRows.COLUMNS, token);
        client.insert(statement, rows.bytes(), rows.length());
    }
}
