/**
 * The waiting room's figures: how fast fans join, what a place costs, how fast and how late positions are told, that nobody is let in beyond the
 * limit, and how soon all is back after a kill.
 *
 * <p>Each part has a class of its own and prints {@link io.onsale.benchmarks.queue.Finding}s; {@link io.onsale.benchmarks.queue.QueueCommand} runs
 * those that are asked for.
 */
@NullMarked
package io.onsale.benchmarks.queue;

import org.jspecify.annotations.NullMarked;
