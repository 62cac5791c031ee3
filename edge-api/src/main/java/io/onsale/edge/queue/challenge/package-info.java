/**
 * What somebody has to do before joining a line, where a room wants that: solve a puzzle that costs a machine a moment, or a service's riddle for people.
 *
 * <p>A {@link io.onsale.edge.queue.challenge.Puzzles puzzle} is signed and bound to fan and event, so that no edge remembers any; it gets harder the more
 * come from one address. Where a {@link io.onsale.edge.queue.challenge.ChallengeProvider} is set, its riddle counts as well: it spares people the work, and
 * keeps nobody out who does it. A page of another origin can't be made to show the riddle, and a service that is away must not close the line.
 */
@NullMarked
package io.onsale.edge.queue.challenge;

import org.jspecify.annotations.NullMarked;
