/**
 * What every topology is made of, so that a topology's own package holds nothing but its rules, its records and its picture.
 *
 * <p>A record of a command topic passes through two nodes. {@link io.onsale.topologies.kit.CommandDecoder} turns bytes into a
 * command, or into a dead letter. {@link io.onsale.topologies.kit.DeciderProcessor} then, for the record's key:
 *
 * <ol>
 *   <li>takes {@code at}, the later of the log's time and the key's last {@code at}, which goes on half as fast while the key is ahead of the log ({@link
 *       io.onsale.topologies.kit.Leads});
 *   <li>repeats the recorded answer where the same request was answered before, and forwards what follows from asking in vain;
 *   <li>applies everything that is due by {@code at}, then lets the domain's decider judge the command, and applies what follows;
 *   <li>forwards events, the answer, and whatever else follows from the events (state, commands to others) to the sinks;
 *   <li>keeps the command among the dead letters as well, where the decider says that somebody has to see to it.
 * </ol>
 *
 * <p>A topology has one store, whatever it keeps: {@link io.onsale.topologies.kit.Tables} divides it into tables by the first byte of
 * the keys. So a transaction writes to one changelog, because each partition it writes to costs as much as many records.
 *
 * <p>All of it is one exactly-once transaction. {@link io.onsale.topologies.kit.TopologyRunner} runs a topology, tells its health, and
 * stops it at a record that shows a bug of ours until an operator orders that record to be skipped.
 */
@NullMarked
package io.onsale.topologies.kit;

import org.jspecify.annotations.NullMarked;
