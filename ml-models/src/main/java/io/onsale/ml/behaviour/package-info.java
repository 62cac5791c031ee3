/**
 * How simulated fans behave: pure, seeded, and so the same each time.
 *
 * <p>A {@link io.onsale.ml.behaviour.FanBehaviour} is made from a seed and a fan's number and answers, in the order in which it is asked, what that fan
 * does next: how long it thinks ({@link io.onsale.ml.behaviour.Pace}), how far it comes ({@link io.onsale.ml.behaviour.FanTraits}), which seats it takes
 * ({@link io.onsale.ml.behaviour.SeatTaste}), whether it tries again. It calls nobody and reads no clock; who drives it waits and asks the system.
 */
@NullMarked
package io.onsale.ml.behaviour;

import org.jspecify.annotations.NullMarked;
