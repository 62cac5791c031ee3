package io.onsale.edge.reads;

import io.onsale.edge.http.Json;
import io.onsale.edge.streams.Frame;
import io.onsale.edge.streams.Listener;
import io.onsale.edge.streams.ServerSentEvent;
import io.onsale.edge.streams.Source;
import io.onsale.edge.views.queue.Figures;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.edge.views.seats.Activity;
import io.onsale.edge.views.seats.Area;
import io.onsale.edge.views.seats.Occupancy;
import io.onsale.edge.views.seats.SeatStatus;
import io.onsale.edge.views.seats.Show;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/**
 * How a sale goes, told again at each call.
 *
 * <p>{@code {"event_id", "title", "at", "version", "closed", "seats": {"total", "available", "held", "sold", "withheld", "blocked"}, "holds_per_second",
 * "refusals_per_second", "holds", "refusals", "released", "expired", "line": {"phase", "draws_at", "waiting",
 * "admitted", "shopping", "max_concurrent"}, "sections": [{"section", "grade", "total", "available", …}]}}: rates are over the
 * last five seconds, counts are since the opening, and seats, and places without a number
 * among them, are those of all performances unless one is asked for; there is a line only where there is a waiting room.
 */
final class LiveSource implements Source, Listener {
    private final Show show;
    private final List<String> performances;
    private final QueueView queues;
    private final Clock clock;
    private long told;

    LiveSource(Show show, List<String> performances, QueueView queues, Clock clock) {
        this.show = show;
        this.performances = List.copyOf(performances);
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    public Optional<Frame> news() {
        return Optional.of(Frame.of(++told, event()));
    }

    @Override
    public long welcome(OutputStream out) throws IOException {
        out.write(event());
        return 0;
    }

    @Override
    public long again(OutputStream out) throws IOException {
        return welcome(out);
    }

    private byte[] event() {
        return ServerSentEvent.of("live", Optional.empty(), Json.bytes(overview(clock.instant())));
    }

    private Map<String, Object> overview(Instant now) {
        List<Occupancy> occupancies =
                performances.stream().flatMap(id -> show.occupancy(id).stream()).toList();
        Activity activity = show.activity(now);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event_id", show.eventId());
        json.put("title", show.definition().getTitle());
        json.put("at", now.toString());
        json.put("version", show.version());
        json.put("closed", show.closed());
        json.put("seats", counts(show.hall().areas().stream(), occupancies));
        json.put("holds_per_second", activity.holdsPerSecond());
        json.put("refusals_per_second", activity.refusalsPerSecond());
        json.put("holds", activity.holds());
        json.put("refusals", activity.refusals());
        json.put("released", activity.released());
        json.put("expired", activity.expired());
        queues.room(show.eventId()).ifPresent(room -> json.put("line", line(room, now)));
        json.put(
                "sections",
                show.hall().areas().stream()
                        .map(area -> section(area, occupancies))
                        .toList());
        return json;
    }

    private static Map<String, Object> line(QueueRoom room, Instant now) {
        Figures figures = room.figures();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("phase", room.phase(now).word());
        json.put("draws_at", room.terms().getDrawsAt().toString());
        json.put("waiting", figures.waiting());
        json.put("admitted", figures.admitted());
        json.put("shopping", figures.shopping());
        json.put("max_concurrent", room.control().maxConcurrent());
        return json;
    }

    private static Map<String, Object> section(Area area, List<Occupancy> occupancies) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", area.name());
        json.put("grade", area.grade());
        json.putAll(counts(Stream.of(area), occupancies));
        return json;
    }

    private static Map<String, Integer> counts(Stream<Area> some, List<Occupancy> occupancies) {
        List<Area> areas = some.toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("total", sum(areas, occupancies, Occupancy::of));
        for (SeatStatus status : SeatStatus.values()) {
            counts.put(status.word(), sum(areas, occupancies, (occupancy, area) -> occupancy.of(area, status)));
        }
        return counts;
    }

    private static int sum(List<Area> areas, List<Occupancy> occupancies, ToIntBiFunction<Occupancy, Area> count) {
        return occupancies.stream()
                .flatMapToInt(occupancy -> areas.stream().mapToInt(area -> count.applyAsInt(occupancy, area)))
                .sum();
    }
}
