package io.onsale.topologies.inventory.domain;

import org.jspecify.annotations.Nullable;

/**
 * So many places of a section without numbered seats, and what each of them costs.
 *
 * @param slot of a section sold by time of entry
 */
public record HeldArea(String section, @Nullable String slot, int quantity, String grade, long price) {

    HeldArea of(int other) {
        return new HeldArea(section, slot, other, grade, price);
    }

    /** Whether these are places of the same kind, however many. */
    boolean isLike(HeldArea other) {
        return of(0).equals(other.of(0));
    }
}
