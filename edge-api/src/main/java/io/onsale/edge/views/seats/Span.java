package io.onsale.edge.views.seats;

import java.util.List;

/** Some of a hall's sections, side by side: all of them, or one. */
public record Span(List<Area> areas, int first, int seats) {
    public Span {
        areas = List.copyOf(areas);
    }

    /** All of a hall. */
    public static Span of(Hall hall) {
        return new Span(hall.areas(), 0, hall.seats());
    }

    /** One section. */
    public static Span of(Area area) {
        return new Span(List.of(area), area.first(), area.seats());
    }

    /** The same sections of a hall whose seats are where this one's are. */
    Span in(Hall hall) {
        return new Span(
                areas.stream().map(area -> hall.areas().get(area.index())).toList(), first, seats);
    }
}
