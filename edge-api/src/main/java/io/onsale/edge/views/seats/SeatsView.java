package io.onsale.edge.views.seats;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.inventory.BatchReleased;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PerformanceStopped;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import io.onsale.schemas.inventory.ShowChanged;
import io.onsale.schemas.inventory.ShowClosed;
import io.onsale.schemas.inventory.ShowOpened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every show that inventory sells, and those that closed lately: for a day by the log's clock. */
public final class SeatsView {
    private static final Duration CLOSED_KEPT = Duration.ofHours(24);

    private final Map<String, Show> shows = new ConcurrentHashMap<>();
    private final Deque<Closed> closed = new ArrayDeque<>();

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
        forgetClosed(event.getEnvelope().getAt());
        if (event.getBody() instanceof ShowOpened opened) {
            open(eventId, opened.getDefinition(), sequence);
            return;
        }
        Show show = shows.get(eventId);
        if (show != null) {
            change(show, event, sequence);
            if (event.getBody() instanceof ShowClosed) {
                closed.addLast(new Closed(eventId, event.getEnvelope().getAt()));
            }
        }
    }

    private void forgetClosed(Instant now) {
        Instant horizon = now.minus(CLOSED_KEPT);
        while (!closed.isEmpty() && closed.getFirst().at().isBefore(horizon)) {
            shows.remove(closed.removeFirst().eventId());
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
                        held.getAreas(),
                        event.getEnvelope().getAt(),
                        sequence);
            case HoldReleased released ->
                show.released(released.getPerformanceId(), released.getSeatIds(), released.getAreas(), sequence);
            case HoldExpired expired ->
                show.expired(expired.getPerformanceId(), expired.getSeatIds(), expired.getAreas(), sequence);
            case HoldRefused refused -> show.refused(event.getEnvelope().getAt(), sequence);
            case SeatsConfirmed sold ->
                show.sold(sold.getPerformanceId(), sold.getSeatIds(), sold.getAreas(), sequence);
            case SeatsReturned back -> returned(show, back, sequence);
            case BatchReleased batch ->
                show.releasedAgain(batch.getPerformanceId(), batch.getSeatIds(), batch.getAreas(), sequence);
            case ShowChanged changed -> show.change(changed.getDefinition(), sequence);
            case PerformanceStopped stopped -> show.stop(stopped.getPerformanceId(), sequence);
            case ShowClosed nothingMore -> show.close(sequence);
            default -> show.pass(sequence);
        }
    }

    /** What waits in a batch is free no sooner than the batch. */
    private static void returned(Show show, SeatsReturned back, long sequence) {
        if (back.getBatchId() == null) {
            show.returned(back.getPerformanceId(), back.getSeatIds(), back.getAreas(), sequence);
        } else {
            show.withheld(back.getPerformanceId(), back.getSeatIds(), back.getAreas(), sequence);
        }
    }

    private record Closed(String eventId, Instant at) {}
}
