/**
 * The way from the log to ClickHouse: every committed event once, whatever dies in between.
 *
 * <p>{@link io.onsale.analytics.sink.AnalyticsSink} reads all topics of events in one consumer group, {@code read_committed}, and stores them
 * partition by partition. For each batch it
 *
 * <ol>
 *   <li>commits the offset where the batch begins, with the batch's end as metadata: the plan. The group's coordinator refuses a plan from
 *       whoever no longer owns the partition;
 *   <li>inserts exactly the planned records under a token made of table, topic, partition and range. ClickHouse drops an insert whose token it
 *       has seen, in the table and in those that materialised views fill;
 *   <li>commits the end, usually as the beginning of the next plan.
 * </ol>
 *
 * <p>Whoever gets a partition first repeats its last plan, if there is one, identically. So it doesn't matter whether the insert had happened.
 * ClickHouse remembers the last 20,000 tokens of a table, minutes at full load, while a partition changes hands within seconds.
 *
 * <p>A partition without a commit is new, or its offsets were forgotten by the brokers. Then it is begun behind the highest offset that
 * {@link io.onsale.analytics.sink.StoredEvents} knows of it, and not at all where the log does not reach that far.
 *
 * <p>While ClickHouse or the schema registry is away the sink pauses all partitions, tries again with growing intervals, and goes on polling, so it
 * stays in its group and holds no more than one batch a partition.
 */
@NullMarked
package io.onsale.analytics.sink;

import org.jspecify.annotations.NullMarked;
