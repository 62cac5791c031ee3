/**
 * A waiting room towards the fans who wait in it and the organizer who runs it.
 *
 * <p>Joins of one event are gathered for a few milliseconds into one command ({@link io.onsale.edge.queue.JoinBatches}), so that tens of thousands a
 * second are one record each fifty. What a place is comes from the views, at no cost to the log; only an admission's first look asks the log
 * ({@link io.onsale.edge.queue.Arrivals}), and its token is given out after that is committed. A place is named by a queue token, which any edge
 * can read; nothing that has to be right is kept here.
 *
 * <p>A stream ({@link io.onsale.edge.queue.PlaceStreams}) tells its client at most once a second, and less often the more there are; what cannot
 * wait rings a bell at once. What is news for everybody is told within the same bounds ({@link io.onsale.edge.queue.Calls}).
 */
@NullMarked
package io.onsale.edge.queue;

import org.jspecify.annotations.NullMarked;
