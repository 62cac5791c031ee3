package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How many tickets a fan may still have.
 *
 * @param already held or owned
 */
record Allowance(int limit, int already) {

    /** Why so many more are too many, or too few to be anything, or null where they are neither. */
    @Nullable
    Refusal refuse(int more) {
        if (more < 1) {
            return Refusal.of("bad_quantity", "Ask for at least one place.");
        }
        return more <= limit - already
                ? null
                : Refusal.of(
                        "ticket_limit",
                        "A fan may have " + limit + " tickets of this event; " + already + " are held or bought.");
    }
}
