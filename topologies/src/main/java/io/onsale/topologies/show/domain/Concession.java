package io.onsale.topologies.show.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reduced price for some people, or for those who come early.
 *
 * @param percent taken off the list price
 * @param proof what the holder shows at the door
 * @param until from when on no order may claim it; null: never
 * @param quota for how many tickets of the event; null: for all
 * @param sections that it is for; none named: all
 */
public record Concession(
        String code,
        String label,
        int percent,
        String proof,
        @Nullable Instant until,
        @Nullable Integer quota,
        List<String> sections) {

    public Concession {
        sections = List.copyOf(sections);
    }

    /** For everywhere, as long and as often as anybody claims it. */
    public Concession(String code, String label, int percent, String proof) {
        this(code, label, percent, proof, null, null, List.of());
    }

    public boolean isOver(Instant at) {
        return until != null && !at.isBefore(until);
    }

    /** Whether it is for no more than so many tickets. */
    public boolean suffices(long tickets) {
        return quota == null || tickets <= quota;
    }
}
