/**
 * Everything on one machine.
 *
 * <p>{@link io.onsale.standalone.Standalone} starts the real parts in one process, each in a package of its own: a Kafka broker ({@code
 * kafka}), a schema registry ({@code registry}), ClickHouse's engine in a child process ({@code clickhouse}), the topologies, the edge
 * and the analytics sink. {@code crowd} is a simulated on-sale that goes through them over HTTP, {@code audit} checks afterwards that the
 * log keeps its promises, {@code cli} is the command line and {@code run} a single production process.
 */
@NullMarked
package io.onsale.standalone;

import org.jspecify.annotations.NullMarked;
