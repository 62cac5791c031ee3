package io.onsale.topologies.inventory.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fan would like to hold. */
public sealed interface Wish {

    /** Whether it names a time of entry. */
    default boolean isForASlot() {
        return this instanceof Some some && some.slot() != null;
    }

    /**
     * These seats, all or none.
     *
     * @param section where given, every seat must be in it
     * @param companion whether a wheelchair seat brings its companion seat along
     */
    record Named(@Nullable String section, List<String> seatIds, boolean companion) implements Wish {

        public Named {
            seatIds = List.copyOf(seatIds);
        }
    }

    /**
     * The best seats of a section that are left.
     *
     * @param together side by side in one row
     * @param attributes that every seat must have
     */
    record Best(@Nullable String section, int quantity, boolean together, List<String> attributes) implements Wish {

        public Best {
            attributes = List.copyOf(attributes);
        }
    }

    /** So many places of a section, of one of its slots where it is sold by time of entry. */
    record Some(@Nullable String section, @Nullable String slot, int quantity) implements Wish {}

    /** More than one of these at once. */
    record Unclear() implements Wish {}
}
