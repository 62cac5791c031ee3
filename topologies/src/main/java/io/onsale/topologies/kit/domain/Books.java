package io.onsale.topologies.kit.domain;

import java.time.Instant;

/**
 * The state of every key of a partition. Only {@link #apply} changes it.
 *
 * @param <V> the view of one key
 * @param <E> the events that change it
 */
public interface Books<V, E> {

    /** What a decider may see of this key. */
    V view(String key);

    /** Lets an event take effect. */
    void apply(String key, E event, Instant at);
}
