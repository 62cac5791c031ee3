package io.onsale.edge.queue;

import io.onsale.edge.http.Json;
import io.onsale.edge.reads.PlacesJson;
import io.onsale.edge.views.seats.Occupancy;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.edge.views.seats.Show;
import io.onsale.schemas.catalogue.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What there is to buy while one waits; written once for everybody, and anew at most four times a second. */
final class SaleGlances {
    private static final long FRESH_NANOS = 250_000_000;
    private static final int MOST_KEPT = 1_000;

    private final SeatsView seats;
    private final LongSupplier nanos;
    private final Map<String, Glance> kept = new ConcurrentHashMap<>();

    /**
     * What is left of a sale.
     *
     * @param soldOut what is sold, all of it: whoever waits is told at once when this becomes more
     * @param json for the answer, as it is
     */
    record Glance(long version, long nanos, Set<String> soldOut, byte[] json) {
        /** Whether something is sold out that was not at an earlier glance. */
        boolean isWorseThan(Glance before) {
            return !before.soldOut.containsAll(soldOut);
        }
    }

    SaleGlances(SeatsView seats) {
        this(seats, System::nanoTime);
    }

    SaleGlances(SeatsView seats, LongSupplier nanos) {
        this.seats = seats;
        this.nanos = nanos;
    }

    /** How an event's sale looks; nothing where it does not sell yet. */
    Optional<Glance> of(String eventId) {
        Optional<Show> show = seats.show(eventId);
        if (show.isEmpty()) {
            return Optional.empty();
        }
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return Optional.of(kept.compute(
                eventId, (same, former) -> former != null && isFresh(former, show.get()) ? former : look(show.get())));
    }

    private boolean isFresh(Glance glance, Show show) {
        return nanos.getAsLong() - glance.nanos < FRESH_NANOS || glance.version == show.version();
    }

    private Glance look(Show show) {
        long version = show.version();
        List<Map<String, Object>> performances = new ArrayList<>();
        Set<String> soldOut = new HashSet<>();
        int left = 0;
        int held = 0;
        for (String performanceId : show.performances()) {
            Optional<Occupancy> occupancy = show.occupancy(performanceId);
            if (occupancy.isPresent()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("performance_id", performanceId);
                PlacesJson places = PlacesJson.of(show, performanceId, occupancy.get());
                places.write(json);
                performances.add(json);
                left += places.left();
                held += places.held();
                places.soldOut().forEach(part -> soldOut.add(performanceId + "/" + part));
            }
        }
        Map<String, Object> sale = new LinkedHashMap<>();
        sale.put("currency", show.definition().getCurrency());
        sale.put("sold_out", left + held == 0);
        sale.put("seats_left", left);
        sale.put("seats_held", held);
        sale.put("prices", prices(show));
        sale.put("performances", performances);
        return new Glance(version, nanos.getAsLong(), Set.copyOf(soldOut), Json.bytes(sale));
    }

    private static List<Map<String, Object>> prices(Show show) {
        Map<String, LongSummaryStatistics> grades = new LinkedHashMap<>();
        for (Section section : show.definition().getSections()) {
            grades.computeIfAbsent(section.getGrade(), first -> new LongSummaryStatistics())
                    .accept(section.getPrice());
        }
        List<Map<String, Object>> prices = new ArrayList<>();
        grades.forEach((grade, range) -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("grade", grade);
            json.put("from", range.getMin());
            json.put("to", range.getMax());
            prices.add(json);
        });
        return prices;
    }
}
