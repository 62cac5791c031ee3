package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Problem;
import io.onsale.edge.log.Ids;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import java.util.Currency;
import java.util.List;

/** An event as an organizer posts it, made into a definition. */
final class EventBody {

    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 10_000;
    private static final int MAX_NAME = 64;
    private static final int MAX_AGE = 99;
    private static final int MAX_TICKETS = 100;
    private static final int MIN_HOLD_SECONDS = 5;
    private static final int MAX_HOLD_SECONDS = 3600;
    private static final int DEFAULT_HOLD_SECONDS = 480;
    private static final int MAX_PERFORMANCES = 50;
    private static final int MAX_SEATS_TO_SELL = 500_000;

    private EventBody() {}

    static EventDefinition read(Fields body, String organizerId) {
        refuseWaitingRoom(body);
        List<Performance> performances = performances(body);
        List<Section> sections = SectionsBody.read(body);
        refuseTooMuchToSell(body, performances, sections);
        return EventDefinition.newBuilder()
                .setTitle(body.text("title", 1, MAX_TITLE))
                .setDescription(body.optionalLines("description", MAX_DESCRIPTION))
                .setCategory(body.text("category", 1, MAX_NAME))
                .setRegion(body.text("region", 1, MAX_NAME))
                .setAgeLimit((int) body.number("age_limit", 0, MAX_AGE, 0))
                .setCurrency(currency(body))
                .setOrganizerId(organizerId)
                .setTicketLimit((int) body.number("ticket_limit", 1, MAX_TICKETS))
                .setHoldSeconds(
                        (int) body.number("hold_seconds", MIN_HOLD_SECONDS, MAX_HOLD_SECONDS, DEFAULT_HOLD_SECONDS))
                .setOnSaleAt(body.instant("on_sale_at"))
                .setPerformances(performances)
                .setSections(sections)
                .build();
    }

    private static String currency(Fields body) {
        String code = body.text("currency", 3, 3);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw body.invalid("currency", "has to be a code of ISO 4217");
        }
    }

    private static List<Performance> performances(Fields body) {
        return body.objects("performances", 1, MAX_PERFORMANCES).stream()
                .map(each -> new Performance(
                        Ids.next(),
                        each.instant("starts_at"),
                        each.optionalText("label", MAX_NAME).orElse(""),
                        1,
                        PerformanceStatus.SCHEDULED))
                .toList();
    }

    /** Everyone who shows the event keeps in memory what becomes of each seat in each performance. */
    private static void refuseTooMuchToSell(Fields body, List<Performance> performances, List<Section> sections) {
        long seats = sections.stream()
                .flatMap(section -> section.getRows().stream())
                .mapToLong(Row::getSeats)
                .sum();
        if (seats * performances.size() > MAX_SEATS_TO_SELL) {
            throw body.invalid("performances", "must not sell more than " + MAX_SEATS_TO_SELL + " seats together");
        }
    }

    private static void refuseWaitingRoom(Fields body) {
        body.optionalObject("waiting_room").ifPresent(room -> {
            if (room.flag("enabled")) {
                throw Problem.of(422, "not_supported_yet", "Events sell without a waiting room for now.")
                        .with("field", "waiting_room.enabled")
                        .toException();
            }
        });
    }
}
