package io.onsale.edge;

import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.routes.Shows;
import io.onsale.edge.views.Views;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Shows as they are in view. */
record ViewedShows(Views views) implements Shows {

    @Override
    public Optional<Version> awaitOpen(String eventId, Duration patience) {
        // Where somebody tried too early refusals came first; but a show is in view before any of its versions is.
        Version first = new Version(Domain.INVENTORY, eventId, 1);
        try {
            return views.versions().await(opening(eventId, first), patience) ? Optional.of(first) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Whoever may hold places may also have to wait in line before. */
    private List<Version> opening(String eventId, Version seats) {
        boolean waits = definition(eventId)
                .filter(event -> event.getWaitingRoom() != null)
                .isPresent();
        return waits ? List.of(seats, new Version(Domain.ADMISSION, eventId, 1)) : List.of(seats);
    }

    @Override
    public Optional<EventDefinition> definition(String eventId) {
        return views.catalogue().find(eventId).map(Listing::definition);
    }

    @Override
    public boolean isPublic(String eventId) {
        return views.catalogue()
                .find(eventId)
                .filter(listing -> listing.status() != EventStatus.DRAFT)
                .isPresent();
    }
}
