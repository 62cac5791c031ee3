package io.onsale.edge.views;

import io.onsale.edge.views.reservations.ReservationsView;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.schemas.Topics;
import io.onsale.schemas.inventory.InventoryEvent;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What inventory's events tell: seats and reservations, each key in its sequence. */
public final class InventoryView implements View<InventoryEvent> {
    private static final Logger log = LoggerFactory.getLogger(InventoryView.class);
    private static final int MOST_ENDED_RESERVATIONS = 200_000;

    private final SeatsView seats = new SeatsView();
    private final ReservationsView reservations = new ReservationsView(MOST_ENDED_RESERVATIONS);
    private final Progress progress = new Progress();
    private final AtomicLong gaps = new AtomicLong();

    public SeatsView seats() {
        return seats;
    }

    public ReservationsView reservations() {
        return reservations;
    }

    public Progress progress() {
        return progress;
    }

    /** How often events were missing from a sequence. */
    public long gaps() {
        return gaps.get();
    }

    @Override
    public void apply(String eventId, @Nullable InventoryEvent event) {
        if (event == null) {
            return;
        }
        long sequence = event.getEnvelope().getSequence();
        long before = progress.of(eventId);
        if (sequence <= before) {
            return;
        }
        if (before > 0 && sequence > before + 1) {
            missed(eventId, before, sequence);
        }
        seats.apply(eventId, event);
        seats.show(eventId).ifPresent(show -> {
            reservations.apply(eventId, show.hall(), event);
            progress.advance(eventId, sequence);
        });
    }

    private void missed(String eventId, long before, long sequence) {
        gaps.incrementAndGet();
        ViewMetrics.GAPS.labels(Topics.INVENTORY_EVENTS.name()).inc();
        log.atError()
                .addKeyValue("event_id", eventId)
                .addKeyValue("expected", before + 1)
                .addKeyValue("found", sequence)
                .log("Events are missing from a sequence");
        seats.missed(eventId, sequence - 1);
    }
}
