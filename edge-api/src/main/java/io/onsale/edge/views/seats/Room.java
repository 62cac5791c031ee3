package io.onsale.edge.views.seats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Places without a number: those of a section, or of one of its times of entry.
 *
 * @param slot null: the section has none
 * @param startsAt of the slot
 */
public record Room(@Nullable String slot, @Nullable Instant startsAt, int capacity) {}
