/**
 * The demo's crowd: thousands of simulated fans who want the same seats, over HTTP.
 *
 * <p>{@link io.onsale.standalone.crowd.CrowdShow} signs an organizer up and puts an event on sale. {@link io.onsale.standalone.crowd.Crowd} then lets every
 * fan go its own way on a thread of its own: what it does is asked of {@link io.onsale.ml.behaviour.FanBehaviour}, how it asks the edge is in
 * {@link io.onsale.standalone.crowd.Fan} and {@link io.onsale.standalone.crowd.Shopper}. Fans carry tokens of the demo's own issuer
 * ({@link io.onsale.standalone.crowd.CrowdTokens}), because hashing thousands of passwords would be all one measured.
 *
 * <p>Every answer to a write goes into a {@link io.onsale.standalone.crowd.CrowdJournal}, by which the audit checks afterwards that all of it is in the
 * log.
 */
@NullMarked
package io.onsale.standalone.crowd;

import org.jspecify.annotations.NullMarked;
