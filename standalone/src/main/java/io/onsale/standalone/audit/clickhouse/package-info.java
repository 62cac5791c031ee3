/**
 * Invariant 8: ClickHouse holds every committed event exactly once.
 *
 * <p>{@link io.onsale.standalone.audit.clickhouse.CommittedEvents} remembers which offsets of each partition hold an event and sums a checksum over
 * their ids; {@link io.onsale.standalone.audit.clickhouse.EventsTable} asks ClickHouse for the same figures;
 * {@link io.onsale.standalone.audit.clickhouse.Completeness} compares them.
 */
@NullMarked
package io.onsale.standalone.audit.clickhouse;

import org.jspecify.annotations.NullMarked;
