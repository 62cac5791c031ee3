package io.onsale.edge.views.seats;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.ShowClosed;
import io.onsale.schemas.inventory.ShowOpened;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every show that inventory sells or sold. */
public final class SeatsView {
    private final Map<String, Show> shows = new ConcurrentHashMap<>();

    /** The show of an event, once inventory opened it. */
    public Optional<Show> show(String eventId) {
        return Optional.ofNullable(shows.get(eventId));
    }

    /** All of them. */
    public Collection<Show> shows() {
        return Collections.unmodifiableCollection(shows.values());
    }

    /** Takes in the next event of a key, one that was not seen before. */
    public void apply(String eventId, InventoryEvent event) {
        long sequence = event.getEnvelope().getSequence();
        if (event.getBody() instanceof ShowOpened opened) {
            open(eventId, opened.getDefinition(), sequence);
            return;
        }
        Show show = shows.get(eventId);
        if (show != null) {
            change(show, event, sequence);
        }
    }

    /** Events of a key up to a sequence are missing. */
    public void missed(String eventId, long sequence) {
        Show show = shows.get(eventId);
        if (show != null) {
            show.missed(sequence);
        }
    }

    private void open(String eventId, EventDefinition definition, long sequence) {
        shows.put(eventId, new Show(eventId, definition, sequence));
    }

    private static void change(Show show, InventoryEvent event, long sequence) {
        switch (event.getBody()) {
            case SeatsHeld held ->
                show.held(
                        held.getPerformanceId(),
                        held.getSeats().stream().map(PricedSeat::getSeatId).toList(),
                        event.getEnvelope().getAt(),
                        sequence);
            case HoldReleased released -> show.released(released.getPerformanceId(), released.getSeatIds(), sequence);
            case HoldExpired expired -> show.expired(expired.getPerformanceId(), expired.getSeatIds(), sequence);
            case HoldRefused refused -> show.refused(event.getEnvelope().getAt(), sequence);
            case ShowClosed closed -> show.close(sequence);
            default -> show.pass(sequence);
        }
    }
}
