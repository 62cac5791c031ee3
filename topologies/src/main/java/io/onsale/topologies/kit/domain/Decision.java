package io.onsale.topologies.kit.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judgement: what happens because of a command, and what its sender is told.
 *
 * @param events what happens, in order
 * @param answer the event the sender is told, or null where nobody waits; it may repeat an earlier event that does not happen again
 * @param aside why the command is put among the dead letters, for somebody to see to it; null where nobody has to
 */
public record Decision<E>(
        List<E> events, @Nullable E answer, @Nullable String aside) {

    /** Nobody has to see to the command. */
    public Decision(List<E> events, @Nullable E answer) {
        this(events, answer, null);
    }

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

    /** Nothing happens and nobody is told, but no rule can settle it, so the command is put aside for this reason. */
    public static <E> Decision<E> aside(String reason) {
        return new Decision<>(List.of(), null, reason);
    }
}
