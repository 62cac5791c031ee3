package io.onsale.edge.reads;

import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.seats.Area;
import io.onsale.edge.views.seats.Occupancy;
import io.onsale.edge.views.seats.SeatStatus;
import io.onsale.edge.views.seats.Show;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Events as clients see them. */
final class EventJson {
    private EventJson() {}

    /** Where an event is in its life: {@code draft}, {@code published}, {@code on_sale} or {@code closed}. */
    static String status(Listing listing, Instant now) {
        boolean onSale = listing.status() == EventStatus.PUBLISHED
                && !listing.definition().getOnSaleAt().isAfter(now);
        return onSale ? "on_sale" : listing.status().name().toLowerCase(Locale.ROOT);
    }

    /** An event in a list. */
    static Map<String, Object> summary(Listing listing, Instant now) {
        EventDefinition definition = listing.definition();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_id", listing.eventId());
        json.put("title", definition.getTitle());
        json.put("category", definition.getCategory());
        json.put("region", definition.getRegion());
        json.put("age_limit", definition.getAgeLimit());
        json.put("currency", definition.getCurrency());
        json.put("on_sale_at", definition.getOnSaleAt().toString());
        json.put("status", status(listing, now));
        json.put(
                "performances",
                definition.getPerformances().stream()
                        .map(EventJson::performance)
                        .toList());
        return json;
    }

    /** An event by itself, with what is left of it once it sells. */
    static Map<String, Object> detail(Listing listing, Optional<Show> show, Instant now) {
        EventDefinition definition = listing.definition();
        Map<String, Object> json = summary(listing, now);
        json.put("description", definition.getDescription());
        json.put("ticket_limit", definition.getTicketLimit());
        json.put("hold_seconds", definition.getHoldSeconds());
        json.put(
                "sections",
                definition.getSections().stream().map(EventJson::section).toList());
        json.put(
                "performances",
                definition.getPerformances().stream()
                        .map(each -> availability(each, show))
                        .toList());
        json.put("server_time", now.toString());
        return json;
    }

    private static Map<String, Object> performance(Performance performance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("performance_id", performance.getPerformanceId());
        json.put("starts_at", performance.getStartsAt().toString());
        json.put("label", performance.getLabel());
        return json;
    }

    private static Map<String, Object> section(Section section) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", section.getName());
        json.put("mode", section.getMode().name().toLowerCase(Locale.ROOT));
        json.put("grade", section.getGrade());
        json.put("price", section.getPrice());
        json.put("rows", section.getRows().size());
        json.put("seats", section.getRows().stream().mapToInt(Row::getSeats).sum());
        return json;
    }

    private static Map<String, Object> availability(Performance performance, Optional<Show> show) {
        Map<String, Object> json = performance(performance);
        show.ifPresent(sells -> sells.occupancy(performance.getPerformanceId()).ifPresent(occupancy -> {
            json.put("seats_left", occupancy.of(SeatStatus.AVAILABLE));
            json.put(
                    "sections",
                    sells.hall().areas().stream()
                            .map(area -> left(area, occupancy))
                            .toList());
            json.put("grades", grades(sells.hall().areas(), occupancy));
        }));
        return json;
    }

    private static Map<String, Object> left(Area area, Occupancy occupancy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", area.name());
        json.put("grade", area.grade());
        json.put("seats_left", occupancy.of(area, SeatStatus.AVAILABLE));
        json.put("seats", area.seats());
        return json;
    }

    private static List<Map<String, Object>> grades(List<Area> areas, Occupancy occupancy) {
        Map<String, int[]> sums = new LinkedHashMap<>();
        for (Area area : areas) {
            int[] sum = sums.computeIfAbsent(area.grade(), first -> new int[2]);
            sum[0] += occupancy.of(area, SeatStatus.AVAILABLE);
            sum[1] += area.seats();
        }
        return sums.entrySet().stream()
                .map(each -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("grade", each.getKey());
                    json.put("seats_left", each.getValue()[0]);
                    json.put("seats", each.getValue()[1]);
                    return json;
                })
                .toList();
    }
}
