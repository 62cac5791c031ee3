package io.onsale.edge.views.catalogue;

import io.onsale.edge.views.seats.Days;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import java.time.Instant;
import java.util.Locale;

/** Where an event is in its life: {@code draft}, {@code published}, {@code on_sale} or {@code closed}. */
public final class SaleStatus {

    private SaleStatus() {}

    /** By its definition, and what was done about it. */
    public static String of(EventStatus status, EventDefinition definition, Instant now) {
        if (status != EventStatus.PUBLISHED || definition.getOnSaleAt().isAfter(now)) {
            return status.name().toLowerCase(Locale.ROOT);
        }
        return now.isBefore(end(definition)) ? "on_sale" : "closed";
    }

    /** With the last performance, or time of entry, where nothing else is said. */
    private static Instant end(EventDefinition definition) {
        Instant end = definition.getSaleEndsAt();
        return end != null ? end : new Days(definition).lastStart();
    }
}
