package io.onsale.edge.views.seats;

import io.onsale.schemas.catalogue.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns a section's attributes, each with its seats, into seats, each with its attributes. */
final class Attributes {
    private Attributes() {}

    static Map<Integer, List<String>> of(Section section, List<Line> lines) {
        if (section.getSeatAttributes().isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> seats = new HashMap<>();
        for (Line line : lines) {
            for (int number = 1; number <= line.seats(); number++) {
                seats.put(line.name() + "-" + number, line.first() + number - 1);
            }
        }
        Map<Integer, List<String>> attributes = new HashMap<>();
        new TreeMap<>(section.getSeatAttributes())
                .forEach((attribute, names) -> names.forEach(name -> {
                    Integer seat = seats.get(name);
                    if (seat != null) {
                        attributes
                                .computeIfAbsent(seat, first -> new ArrayList<>())
                                .add(attribute);
                    }
                }));
        attributes.replaceAll((seat, all) -> Collections.unmodifiableList(all));
        return attributes;
    }
}
