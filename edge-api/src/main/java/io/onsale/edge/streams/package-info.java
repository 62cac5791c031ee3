/**
 * Server-sent events for many listeners at once.
 *
 * <p>What a stream says is made once per {@link io.onsale.edge.streams.Channel}, by the {@link io.onsale.edge.streams.Broadcaster}'s clock, and kept in
 * a short ring. Each listener has a virtual thread that writes from the ring at its own pace; one that falls behind by more than the
 * ring is dropped, comes back with its {@code Last-Event-ID}, and is told what it missed, or everything anew. What a listener is told first is written as it
 * is made. So no listener costs much memory for being slow.
 */
@NullMarked
package io.onsale.edge.streams;

import org.jspecify.annotations.NullMarked;
