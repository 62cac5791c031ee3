package io.onsale.edge.views;

import org.jspecify.annotations.Nullable;

/**
 * Something that is built from the records of one topic, in the order of each key.
 *
 * @param <V> the topic's record
 */
@FunctionalInterface
public interface View<V> {

    /** Takes the next record in; a value of null is a tombstone. Called by one thread only, and again for a record already seen. */
    void apply(String key, @Nullable V value);
}
