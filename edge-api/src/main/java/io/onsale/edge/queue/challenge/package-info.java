/**
 * What somebody has to do before joining a line, where a room wants that: solve a puzzle that costs a machine a moment, or a service's riddle for people.
 *
 * <p>A {@link io.onsale.edge.queue.challenge.Puzzles puzzle} is signed and bound to fan and event, so that no edge remembers any; it gets harder the more
 * come from one address. A {@link io.onsale.edge.queue.challenge.ChallengeProvider} takes its place where one is set; where that is away, the puzzle is
 * what there is.
 */
@NullMarked
package io.onsale.edge.queue.challenge;

import org.jspecify.annotations.NullMarked;
