package io.onsale.edge.queue;

import io.onsale.edge.views.queue.Figures;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.schemas.admission.RoomState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A waiting room as whoever runs it sees it, with its figures as they are now. */
final class ControlJson {
    private static final double THOUSANDTHS = 1_000;

    private ControlJson() {}

    static Map<String, Object> of(QueueRoom room, Instant now) {
        QueueRoom.Control control = room.control();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_id", room.eventId());
        json.put("phase", room.phase(now).word());
        json.put("state", Words.of(control.state()));
        json.put("paused", control.state() == RoomState.PAUSED);
        json.put("max_concurrent", control.maxConcurrent());
        json.put("admit_per_second", control.admitPerSecond());
        json.put("opens_at", room.terms().getOpensAt().toString());
        json.put("draws_at", room.terms().getDrawsAt().toString());
        json.put("figures", figures(room.figures()));
        return json;
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("joined", figures.joined());
        json.put("waiting", figures.waiting());
        json.put("admitted", figures.admitted());
        json.put("shopping", figures.shopping());
        json.put("arrived", figures.arrived());
        json.put("finished", figures.finished());
        json.put("abandoned", figures.abandoned());
        json.put("left_waiting", figures.left());
        json.put("left_shopping", figures.gone());
        json.put("no_shows", figures.noShows());
        json.put("expired", figures.expired());
        json.put("conversion", rounded(figures.conversion()));
        json.put("admitted_per_second", rounded(figures.admittedPerSecond()));
        Map<String, Object> waits = new LinkedHashMap<>();
        waits.put("p50", rounded(figures.medianWait()));
        waits.put("p90", rounded(figures.ninetiethWait()));
        waits.put("p99", rounded(figures.ninetyNinthWait()));
        json.put("wait_seconds", waits);
        return json;
    }

    /** To thousandths: no more is known. */
    private static double rounded(double value) {
        return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
    }
}
