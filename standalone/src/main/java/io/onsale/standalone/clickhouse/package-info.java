/**
 * ClickHouse on this machine without a ClickHouse installation: the real engine, a library, in a child process of ours.
 *
 * <p>{@link io.onsale.standalone.clickhouse.EngineLibrary} fetches the library once into a cache under the user's home.
 * {@link io.onsale.standalone.clickhouse.ClickHouseEngine} starts a child JVM that loads it and answers ClickHouse's
 * HTTP interface on the loopback address, restarts it when it crashes, and stops it. Clients use the stock drivers with
 * {@code url()} and one of two users whose passwords are new at every start: {@code writer()} for migrations and the
 * sink, {@code reader()} for people's queries, which can neither write nor leave the engine.
 *
 * <p>Where a ClickHouse server is configured nothing of this package is used; only the URL differs.
 */
@NullMarked
package io.onsale.standalone.clickhouse;

import org.jspecify.annotations.NullMarked;
