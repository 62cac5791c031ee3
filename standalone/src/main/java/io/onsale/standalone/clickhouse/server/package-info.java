/**
 * The child process: ClickHouse's engine behind ClickHouse's HTTP interface.
 *
 * <p>A request goes through {@link io.onsale.standalone.clickhouse.server.RequestGuard} (own host, no browser),
 * {@link io.onsale.standalone.clickhouse.server.Users} (who), {@link
 * io.onsale.standalone.clickhouse.server.QueryRequest} (what), and {@link
 * io.onsale.standalone.clickhouse.server.StatementRunner}, which runs one statement on a connection of its own. A
 * connection costs 0.1 ms and dies with its request, so neither a setting nor {@code USE} reaches anybody else.
 *
 * <p>The engine has no users, and its SQL can touch files and call out. So a reader's connection is made read-only
 * before the statement, the engine's own parser must call the statement a read ({@code INTO OUTFILE} is not), and the
 * function {@code file()}, the one that read-only mode forgets, is refused by name in the parser's own rendering of the
 * statement, where no quoting can hide it.
 *
 * <p>Results are streamed where the format allows: the engine formats each piece as a document of its own, so pieces
 * after the first lose their header, and formats with more than a header (JSON, Parquet) are formatted whole.
 */
@NullMarked
package io.onsale.standalone.clickhouse.server;

import org.jspecify.annotations.NullMarked;
