package io.onsale.edge.views.seats;

import io.onsale.schemas.catalogue.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Turns a section's attributes, each with its seats, into seats, each with its attributes. */
final class Attributes {
    private static final String WHEELCHAIR = "wheelchair";
    private static final String COMPANION = "companion";

    private Attributes() {}

    static Map<Integer, List<String>> of(Section section, List<Line> lines) {
        if (section.getSeatAttributes().isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> seats = byName(lines);
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

    /** The companion seat of each wheelchair seat, as inventory pairs them: the first with the first. */
    static Map<Integer, Integer> companions(Section section, List<Line> lines) {
        List<String> wheelchairs = section.getSeatAttributes().getOrDefault(WHEELCHAIR, List.of());
        List<String> companions = section.getSeatAttributes().getOrDefault(COMPANION, List.of());
        if (wheelchairs.isEmpty() || companions.isEmpty()) {
            return Map.of();
        }
        Map<String, Integer> seats = byName(lines);
        List<Integer> first = found(seats, wheelchairs);
        List<Integer> second = found(seats, companions);
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            pairs.put(first.get(i), second.get(i));
        }
        return pairs;
    }

    private static List<Integer> found(Map<String, Integer> seats, List<String> names) {
        return names.stream().map(seats::get).filter(Objects::nonNull).toList();
    }

    private static Map<String, Integer> byName(List<Line> lines) {
        Map<String, Integer> seats = new HashMap<>();
        for (Line line : lines) {
            for (int number = 1; number <= line.seats(); number++) {
                seats.put(line.name() + "-" + number, line.first() + number - 1);
            }
        }
        return seats;
    }
}
