/**
 * Journeys decides when a session reached a step of a show's funnel for the first time, so that a funnel counts sessions, not clicks.
 *
 * <p>Commands come in on {@code onsale.journeys.commands.v1}, keyed by session; events go out on {@code onsale.journeys.events.v1}.
 * Nobody waits for an answer, and nothing depends on a step: a record at which the decider fails is put aside as a dead letter.
 *
 * <p>Rows: {@code steps} (step|session|show → when it was reached). Steps are forgotten after thirty days, and a
 * session thirty days after its last: should it turn up again, its events are counted from one again.
 *
 * <p>Invariant: within thirty days a session reaches a step of a show at most once.
 *
 * <p>{@code domain} holds the rules; {@link io.onsale.topologies.journeys.JourneysIo} names topics, {@link
 * io.onsale.topologies.journeys.JourneysRows} the rows; {@link
 * io.onsale.topologies.journeys.JourneysMapping} is the only place that knows both Avro and the domain.
 */
@NullMarked
package io.onsale.topologies.journeys;

import org.jspecify.annotations.NullMarked;
