package io.onsale.standalone.clickhouse.server;

import java.util.Locale;

/** The figures of a statement that ClickHouse sends in a header. */
record Summary(long readRows, long readBytes, long writtenRows, long writtenBytes, long resultRows, long resultBytes) {

    /** ClickHouse writes the numbers as strings. */
    String json(long elapsedNanos) {
        return String.format(
                Locale.ROOT,
                "{\"read_rows\":\"%d\",\"read_bytes\":\"%d\",\"written_rows\":\"%d\",\"written_bytes\":\"%d\","
                        + "\"total_rows_to_read\":\"0\",\"result_rows\":\"%d\",\"result_bytes\":\"%d\","
                        + "\"elapsed_ns\":\"%d\"}",
                readRows,
                readBytes,
                writtenRows,
                writtenBytes,
                resultRows,
                resultBytes,
                elapsedNanos);
    }
}
