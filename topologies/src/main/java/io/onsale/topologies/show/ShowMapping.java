package io.onsale.topologies.show;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.topologies.show.domain.Billing;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Terms;

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
                        event.getVenue(),
                        event.getBannerUrl(),
                        event.getAgeLimit(),
                        event.getOrganizerId()),
                new Terms(
                        event.getCurrency(),
                        event.getTicketLimit(),
                        event.getHoldSeconds(),
                        event.getOnSaleAt(),
                        event.getSaleEndsAt(),
                        event.getFeePerTicket()),
                ConditionsMapping.fromAvro(event),
                event.getPerformances().stream().map(ShowMapping::performance).toList(),
                event.getSections().stream().map(SectionMapping::fromAvro).toList(),
                WaitingRoomMapping.fromAvro(event.getWaitingRoom()));
    }

    public static EventDefinition toAvro(ShowDefinition show) {
        Billing billing = show.billing();
        Terms terms = show.terms();
        EventDefinition.Builder event = EventDefinition.newBuilder()
                .setTitle(billing.title())
                .setDescription(billing.description())
                .setCategory(billing.category())
                .setRegion(billing.region())
                .setVenue(billing.venue())
                .setBannerUrl(billing.bannerUrl())
                .setAgeLimit(billing.ageLimit())
                .setOrganizerId(billing.organizerId())
                .setCurrency(terms.currency())
                .setTicketLimit(terms.ticketLimit())
                .setHoldSeconds(terms.holdSeconds())
                .setOnSaleAt(terms.onSaleAt())
                .setSaleEndsAt(terms.saleEndsAt())
                .setFeePerTicket(terms.feePerTicket())
                .setPerformances(
                        show.performances().stream().map(ShowMapping::toAvro).toList())
                .setSections(
                        show.sections().stream().map(SectionMapping::toAvro).toList())
                .setWaitingRoom(WaitingRoomMapping.toAvro(show.waitingRoom()));
        ConditionsMapping.toAvro(show.conditions(), event);
        return event.build();
    }

    private static Performance performance(io.onsale.schemas.catalogue.Performance performance) {
        return new Performance(
                performance.getPerformanceId(),
                performance.getStartsAt(),
                performance.getLabel(),
                performance.getRound(),
                performance.getStatus() == PerformanceStatus.CANCELLED);
    }

    private static io.onsale.schemas.catalogue.Performance toAvro(Performance performance) {
        return new io.onsale.schemas.catalogue.Performance(
                performance.id(),
                performance.startsAt(),
                performance.label(),
                performance.round(),
                performance.cancelled() ? PerformanceStatus.CANCELLED : PerformanceStatus.SCHEDULED);
    }
}
