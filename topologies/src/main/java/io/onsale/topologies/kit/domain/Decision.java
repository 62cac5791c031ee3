package io.onsale.topologies.kit.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judgement: what happens because of a command, and what its sender is told.
 *
 * @param events what happens, in order
 * @param answer the event the sender is told, or null where nobody waits; it may repeat an earlier event that does not happen again
 */
public record Decision<E>(List<E> events, @Nullable E answer) {

    /** The event happens and is the answer. */
    public static <E> Decision<E> of(E event) {
        return new Decision<>(List.of(event), event);
    }

    /** Nothing happens; the sender is told this. */
    public static <E> Decision<E> answer(E event) {
        return new Decision<>(List.of(), event);
    }

    /** Nothing happens and nobody is told. */
    public static <E> Decision<E> nothing() {
        return new Decision<>(List.of(), null);
    }

    /** These happen and nobody is told. */
    public static <E> Decision<E> silently(List<E> events) {
        return new Decision<>(List.copyOf(events), null);
    }
}
