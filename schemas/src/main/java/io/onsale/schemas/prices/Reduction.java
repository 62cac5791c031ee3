package io.onsale.schemas.prices;

import java.util.List;

/**
 * What a concession takes off list prices.
 *
 * @param sections that it is for; none named: all
 */
public record Reduction(int percent, List<String> sections) {

    public Reduction {
        sections = List.copyOf(sections);
    }

    boolean isFor(String section) {
        return sections.isEmpty() || sections.contains(section);
    }
}
