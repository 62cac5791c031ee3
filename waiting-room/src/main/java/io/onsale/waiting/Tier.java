package io.onsale.waiting;

import java.util.Locale;
import java.util.Optional;

/** How well a fan is known. */
public enum Tier {
    NONE,
    SILVER,
    GOLD,
    PLATINUM;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As a leaf has it. */
    public String word() {
        return word;
    }

    /** The tier of a word; empty where there is none. */
    public static Optional<Tier> of(String word) {
        for (Tier tier : values()) {
            if (tier.word.equals(word)) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }
}
