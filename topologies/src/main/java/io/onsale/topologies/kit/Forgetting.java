package io.onsale.topologies.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which keys a topology forgets: their events are counted from one again then, so it is only for keys whose state is forgotten before, and of which
 * anybody can think of any number.
 *
 * @param after how long after a key's last event
 * @param fleeting whether a key may be forgotten, as it stands after an event; one that once may not is remembered for ever. Empty where every key may
 */
public record Forgetting<V>(Duration after, Optional<Predicate<V>> fleeting) {

    /** Every key is forgotten. */
    public static <V> Forgetting<V> everyKey(Duration after) {
        return new Forgetting<>(after, Optional.empty());
    }

    /** Keys are forgotten that have been fleeting ever since their first event. */
    public static <V> Forgetting<V> only(Predicate<V> fleeting, Duration after) {
        return new Forgetting<>(after, Optional.of(fleeting));
    }

    boolean forgets(V view) {
        return fleeting.isEmpty() || fleeting.get().test(view);
    }
}
