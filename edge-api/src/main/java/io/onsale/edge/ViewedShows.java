package io.onsale.edge;

import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.routes.Shows;
import io.onsale.edge.views.Views;
import io.onsale.schemas.catalogue.EventStatus;
import java.time.Duration;
import java.util.List;

/** Shows as they are in view. */
record ViewedShows(Views views) implements Shows {

    @Override
    public boolean awaitOpen(String eventId, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            // Usually the show's first event opens it; refusals come before it where somebody tried too early.
            for (long sequence = 1; views.seats().show(eventId).isEmpty(); sequence++) {
                Version next = new Version(Domain.INVENTORY, eventId, sequence);
                if (!views.versions().await(List.of(next), Duration.ofNanos(deadline - System.nanoTime()))) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isPublic(String eventId) {
        return views.catalogue()
                .find(eventId)
                .filter(listing -> listing.status() != EventStatus.DRAFT)
                .isPresent();
    }
}
