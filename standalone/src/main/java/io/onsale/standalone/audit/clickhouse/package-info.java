/**
 * Invariant 8: ClickHouse holds every committed event exactly once.
 *
 * <p>{@link io.onsale.standalone.audit.clickhouse.CommittedEvents} remembers which offsets of each partition hold an event and sums a checksum over
 * their ids; {@link io.onsale.standalone.audit.clickhouse.EventsTable} asks ClickHouse for the same figures;
 * {@link io.onsale.standalone.audit.clickhouse.Completeness} compares them. {@link io.onsale.standalone.audit.clickhouse.ViewTables} then asks whether the
 * tables that views fill have what the table of events has, by counts and checksums of offsets.
 */
@NullMarked
package io.onsale.standalone.audit.clickhouse;

import org.jspecify.annotations.NullMarked;
