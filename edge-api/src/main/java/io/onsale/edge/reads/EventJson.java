package io.onsale.edge.reads;

import io.onsale.edge.views.catalogue.Listing;
import io.onsale.edge.views.catalogue.SaleStatus;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.seats.Days;
import io.onsale.edge.views.seats.Show;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.catalogue.Slot;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Events as clients see them. */
final class EventJson {
    private EventJson() {}

    /** Where an event is in its life. */
    static String status(Listing listing, Instant now) {
        return SaleStatus.of(listing.status(), listing.definition(), now);
    }

    /**
     * An event in a list.
     *
     * @param line what is in force at its waiting room, once that is there
     */
    static Map<String, Object> summary(Listing listing, Optional<QueueRoom.Control> line, Instant now) {
        EventDefinition definition = listing.definition();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_id", listing.eventId());
        json.put("title", definition.getTitle());
        json.put("category", definition.getCategory());
        json.put("region", definition.getRegion());
        json.put("age_limit", definition.getAgeLimit());
        json.put("banner_url", definition.getBannerUrl());
        json.put("currency", definition.getCurrency());
        json.put("on_sale_at", definition.getOnSaleAt().toString());
        json.put("status", status(listing, now));
        line.ifPresent(control -> json.put("line", line(control)));
        json.put(
                "performances",
                definition.getPerformances().stream()
                        .map(EventJson::performance)
                        .toList());
        return json;
    }

    /**
     * An event by itself, with what is left of it once it sells.
     *
     * @param line what is in force at its waiting room, once that is there
     * @param taken how many tickets have a concession, by its code
     */
    static Map<String, Object> detail(
            Listing listing,
            Optional<Show> show,
            Optional<QueueRoom.Control> line,
            ToIntFunction<String> taken,
            Instant now) {
        EventDefinition definition = listing.definition();
        Map<String, Object> json = summary(listing, line, now);
        json.put("description", definition.getDescription());
        json.put("ticket_limit", definition.getTicketLimit());
        json.put("hold_seconds", definition.getHoldSeconds());
        json.put("venue", definition.getVenue());
        json.put("fee_per_ticket", definition.getFeePerTicket());
        if (definition.getSaleEndsAt() != null) {
            json.put("sale_ends_at", definition.getSaleEndsAt().toString());
        }
        if (definition.getWaitingRoom() != null) {
            json.put("waiting_room", WaitingRoomJson.of(definition.getWaitingRoom()));
        }
        ConditionsJson.write(definition, taken, json);
        json.put(
                "sections",
                definition.getSections().stream()
                        .map(section -> section(section, new Days(definition)))
                        .toList());
        json.put("performances", availability(definition, show));
        json.put("server_time", now.toString());
        return json;
    }

    private static Map<String, Object> line(QueueRoom.Control control) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", control.state().name().toLowerCase(Locale.ROOT));
        json.put("joinable", control.joinable());
        return json;
    }

    /** An event in its organizer's list, with what is left of it once it sells. */
    static Map<String, Object> organized(
            Listing listing, Optional<Show> show, Optional<QueueRoom.Control> line, Instant now) {
        Map<String, Object> json = summary(listing, line, now);
        json.put("has_waiting_room", listing.definition().getWaitingRoom() != null);
        json.put("performances", availability(listing.definition(), show));
        return json;
    }

    private static Map<String, Object> performance(Performance performance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("performance_id", performance.getPerformanceId());
        json.put("starts_at", performance.getStartsAt().toString());
        json.put("label", performance.getLabel());
        json.put("round", performance.getRound());
        json.put("status", performance.getStatus().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> section(Section section, Days days) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", section.getName());
        json.put("mode", section.getMode().name().toLowerCase(Locale.ROOT));
        json.put("grade", section.getGrade());
        json.put("price", section.getPrice());
        json.put("rows", section.getRows().size());
        json.put(
                "seats",
                section.getCapacity()
                        + section.getRows().stream().mapToInt(Row::getSeats).sum()
                        + section.getSlots().stream()
                                .mapToInt(Slot::getCapacity)
                                .sum());
        if (!section.getSlots().isEmpty()) {
            json.put(
                    "slots",
                    section.getSlots().stream().map(slot -> slot(slot, days)).toList());
        }
        return json;
    }

    private static Map<String, Object> slot(Slot slot, Days days) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("slot", slot.getName());
        json.put("starts_at", slot.getStartsAt().toString());
        days.performanceOf(slot.getStartsAt()).ifPresent(id -> json.put("performance_id", id));
        json.put("seats", slot.getCapacity());
        return json;
    }

    private static List<Map<String, Object>> availability(EventDefinition definition, Optional<Show> show) {
        return definition.getPerformances().stream()
                .map(each -> availability(each, show))
                .toList();
    }

    private static Map<String, Object> availability(Performance performance, Optional<Show> show) {
        Map<String, Object> json = performance(performance);
        String id = performance.getPerformanceId();
        show.ifPresent(sells -> sells.occupancy(id)
                .ifPresent(occupancy -> PlacesJson.of(sells, id, occupancy).write(json)));
        return json;
    }
}
