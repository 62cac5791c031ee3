package io.onsale.benchmarks.queue;

import io.onsale.edge.views.View;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.RosterFrozen;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** An edge's view of rooms in the load's own process, which can be measured by itself. */
final class WatchedRoom implements View<AdmissionEvent> {

    private static final long LOOK_NANOS = 1_000_000;

    private final QueueView view = new QueueView();
    private final String eventId;
    private volatile double freezeMillis;
    private volatile double drawMillis;
    private volatile long drawnSeenAt;

    WatchedRoom(String eventId) {
        this.eventId = eventId;
    }

    @Override
    public void apply(String key, @Nullable AdmissionEvent event) {
        if (event == null || !key.equals(eventId)) {
            return;
        }
        long seen = System.currentTimeMillis();
        long begin = System.nanoTime();
        view.apply(key, event);
        double millis = (System.nanoTime() - begin) / 1e6;
        if (event.getBody() instanceof RosterFrozen) {
            freezeMillis = millis;
        } else if (event.getBody() instanceof OrderDrawn) {
            drawMillis = millis;
            drawnSeenAt = seen;
        }
    }

    QueueRoom room() {
        await(() -> view.room(eventId).isPresent());
        return view.room(eventId).orElseThrow();
    }

    /** Returns once so many wait. */
    void awaitWaiting(int count) {
        await(() -> room().figures().joined() >= count);
    }

    /** When the draw was known here, in milliseconds since 1970; returns once it is. */
    long awaitDraw() {
        await(() -> drawnSeenAt > 0);
        return drawnSeenAt;
    }

    /** How long this view took over the roster. */
    double freezeMillis() {
        return freezeMillis;
    }

    /** How long this view took over the order. */
    double drawMillis() {
        return drawMillis;
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
