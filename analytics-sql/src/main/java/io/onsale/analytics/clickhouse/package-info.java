/**
 * A small client of ClickHouse's HTTP interface.
 *
 * <p>{@link io.onsale.analytics.clickhouse.ClickHouseClient} sends one statement a request. Values go in as parameters, never into the text:
 * {@code client.query("SELECT * FROM onsale.funnel(event_id = {event:String}, …)", Map.of("event", id), "JSONEachRow")}. What ClickHouse
 * refuses is a {@link io.onsale.analytics.clickhouse.ClickHouseRefusedException} with ClickHouse's code; no answer at all is a
 * {@link io.onsale.analytics.clickhouse.ClickHouseUnavailableException}.
 */
@NullMarked
package io.onsale.analytics.clickhouse;

import org.jspecify.annotations.NullMarked;
