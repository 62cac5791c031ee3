/**
 * How a process does outside what the log asks for: reads a topic of commands, at least once, and commits only what is done.
 *
 * <p>{@link io.onsale.outbound.CommandWorker} hands each command to a {@link io.onsale.outbound.Handler}, on a virtual thread of its own. Commands of one
 * lane (an order, say) are handled one after another, in the order of the log; different lanes side by side, but only so many at once. A handler
 * that throws {@link io.onsale.outbound.TryAgainException} is asked again after a growing pause, for as long as it takes; whatever else it throws makes the
 * command a dead letter. An offset is committed once everything before it is done, so whoever takes over after a kill does some things again:
 * what is called outside must bear that, and idempotency keys see to it.
 *
 * <p>{@link io.onsale.outbound.JsonHttp} is how other companies are called. It tells an answer from silence, because after silence nobody knows what
 * happened.
 */
@NullMarked
package io.onsale.outbound;

import org.jspecify.annotations.NullMarked;
