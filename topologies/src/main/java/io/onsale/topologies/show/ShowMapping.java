package io.onsale.topologies.show;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.topologies.show.domain.Billing;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Terms;
import java.util.List;

/** A show's definition between Avro and the domain. */
public final class ShowMapping {

    private ShowMapping() {}

    public static ShowDefinition fromAvro(EventDefinition event) {
        return new ShowDefinition(
                new Billing(
                        event.getTitle(),
                        event.getDescription(),
                        event.getCategory(),
                        event.getRegion(),
                        event.getAgeLimit(),
                        event.getOrganizerId()),
                new Terms(event.getCurrency(), event.getTicketLimit(), event.getHoldSeconds(), event.getOnSaleAt()),
                event.getPerformances().stream().map(ShowMapping::performance).toList(),
                event.getSections().stream().map(ShowMapping::section).toList());
    }

    public static EventDefinition toAvro(ShowDefinition show) {
        Billing billing = show.billing();
        Terms terms = show.terms();
        return EventDefinition.newBuilder()
                .setTitle(billing.title())
                .setDescription(billing.description())
                .setCategory(billing.category())
                .setRegion(billing.region())
                .setAgeLimit(billing.ageLimit())
                .setOrganizerId(billing.organizerId())
                .setCurrency(terms.currency())
                .setTicketLimit(terms.ticketLimit())
                .setHoldSeconds(terms.holdSeconds())
                .setOnSaleAt(terms.onSaleAt())
                .setPerformances(
                        show.performances().stream().map(ShowMapping::toAvro).toList())
                .setSections(show.sections().stream().map(ShowMapping::toAvro).toList())
                .build();
    }

    private static Performance performance(io.onsale.schemas.catalogue.Performance performance) {
        return new Performance(performance.getPerformanceId(), performance.getStartsAt(), performance.getLabel());
    }

    private static io.onsale.schemas.catalogue.Performance toAvro(Performance performance) {
        return new io.onsale.schemas.catalogue.Performance(
                performance.id(), performance.startsAt(), performance.label());
    }

    private static Section section(io.onsale.schemas.catalogue.Section section) {
        return new Section(
                section.getName(),
                BookingMode.valueOf(section.getMode().name()),
                section.getGrade(),
                section.getPrice(),
                section.getRows().stream()
                        .map(row -> new Row(row.getName(), row.getSeats()))
                        .toList(),
                section.getSeatAttributes());
    }

    private static io.onsale.schemas.catalogue.Section toAvro(Section section) {
        List<io.onsale.schemas.catalogue.Row> rows = section.rows().stream()
                .map(row -> new io.onsale.schemas.catalogue.Row(row.name(), row.seats()))
                .toList();
        return new io.onsale.schemas.catalogue.Section(
                section.name(),
                io.onsale.schemas.catalogue.BookingMode.valueOf(section.mode().name()),
                section.grade(),
                section.price(),
                rows,
                section.seatAttributes());
    }
}
