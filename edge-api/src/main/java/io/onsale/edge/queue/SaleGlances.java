package io.onsale.edge.queue;

import io.onsale.edge.http.Json;
import io.onsale.edge.reads.PlacesJson;
import io.onsale.edge.views.seats.Occupancy;
import io.onsale.edge.views.seats.SeatsView;
import io.onsale.edge.views.seats.Show;
import io.onsale.schemas.catalogue.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What there is to buy while one waits; written once for everybody, and anew at most four times a second. */
final class SaleGlances {
    private static final long FRESH_NANOS = 250_000_000;
    private static final int MOST_KEPT = 1_000;

    private final SeatsView seats;
    private final Map<String, Glance> kept = new ConcurrentHashMap<>();

    /**
     * What is left of a sale.
     *
     * @param soldOut what there is none of any more: whoever waits is told at once when this changes
     * @param json for the answer, as it is
     */
    record Glance(long version, long nanos, String soldOut, byte[] json) {}

    SaleGlances(SeatsView seats) {
        this.seats = seats;
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

    private static boolean isFresh(Glance glance, Show show) {
        return System.nanoTime() - glance.nanos < FRESH_NANOS || glance.version == show.version();
    }

    private static Glance look(Show show) {
        long version = show.version();
        List<Map<String, Object>> performances = new ArrayList<>();
        Set<String> soldOut = new TreeSet<>();
        int left = 0;
        for (String performanceId : show.performances()) {
            Optional<Occupancy> occupancy = show.occupancy(performanceId);
            if (occupancy.isPresent()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("performance_id", performanceId);
                PlacesJson.write(show, performanceId, occupancy.get(), json);
                performances.add(json);
                left += (Integer) json.getOrDefault("seats_left", 0);
                gone(performanceId, json, soldOut);
            }
        }
        Map<String, Object> sale = new LinkedHashMap<>();
        sale.put("currency", show.definition().getCurrency());
        sale.put("sold_out", left == 0);
        sale.put("seats_left", left);
        sale.put("prices", prices(show));
        sale.put("performances", performances);
        return new Glance(version, System.nanoTime(), soldOut.toString(), Json.bytes(sale));
    }

    private static void gone(String performanceId, Map<String, Object> performance, Set<String> soldOut) {
        for (String kind : List.of("sections", "grades")) {
            for (Object each : (List<?>) performance.getOrDefault(kind, List.of())) {
                Map<?, ?> part = (Map<?, ?>) each;
                if (Integer.valueOf(0).equals(part.get("seats_left"))) {
                    soldOut.add(performanceId + "/" + part.get("section") + "/" + part.get("grade"));
                }
            }
        }
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
