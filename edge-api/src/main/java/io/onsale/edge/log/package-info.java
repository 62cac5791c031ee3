/**
 * Commands out, replies in.
 *
 * <p>{@link io.onsale.edge.log.KafkaCommandLog} writes a command with one producer and promises its reply. {@code Replies} tails the replies topics and
 * keeps that promise; it decodes only what is addressed to this process. {@code Pending} knows who waits, lets nobody wait past the deadline, and
 * refuses more than the edge can carry before anything is written. {@link io.onsale.edge.log.Commands} adds what every command of a request has in
 * common.
 *
 * <p>Invariants: who waits is known before the command is sent; nothing is sent before this process would see the reply; where the log is away, callers
 * are told so at once, and served again without anybody doing anything when it is back.
 */
@NullMarked
package io.onsale.edge.log;

import org.jspecify.annotations.NullMarked;
