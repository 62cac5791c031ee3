package io.onsale.topologies.kit.domain;

import java.time.Instant;
import java.util.List;

/**
 * A domain's judge: pure, so that the same log always gives the same events.
 *
 * @param <V> the view through which it reads the state of one key
 * @param <C> its commands
 * @param <E> its events
 */
public interface Decider<V, C, E> {

    /**
     * What has become due by this instant; applied before the command is judged, so a late timer never matters.
     *
     * <p>All of it must fit into one transaction. Where more is due, this is as much as fits, and whatever the command could see in any
     * case; the alarm rings for the rest.
     */
    List<E> due(V view, C command, Instant at);

    /** Judges a command. Refusing is an event or an answer too, never an exception. */
    Decision<E> decide(V view, C command, Instant at);
}
