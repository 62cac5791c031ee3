package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.SeatMap.Seat;
import io.onsale.topologies.inventory.domain.SectionPlan.Spot;
import java.util.List;

/** The free seats nearest to those a fan did not get: as many, side by side if those were. */
final class Suggestion {

    private final InventoryView view;
    private final String performance;

    Suggestion(InventoryView view, String performance) {
        this.view = view;
        this.performance = performance;
    }

    /** Free seats of the section in which a seat was taken; none where so many are not left. */
    List<String> insteadOf(List<Seat> asked, Seat taken) {
        SectionPlan plan = taken.plan();
        FreeSeats free = view.free(performance, plan);
        if (free.left() < asked.size()) {
            return List.of();
        }
        List<Spot> spots = asked.stream()
                .filter(seat -> seat.plan() == plan)
                .map(Seat::spot)
                .toList();
        BestAvailable best = BestAvailable.among(
                free, plan, List.of(), middle(spots, taken.spot().row()));
        List<Spot> chosen = spots.size() == asked.size() && together(spots)
                ? best.together(asked.size())
                : best.apart(asked.size());
        return chosen.stream().map(plan::id).toList();
    }

    private static Focus middle(List<Spot> spots, int row) {
        var seats = spots.stream()
                .filter(spot -> spot.row() == row)
                .mapToInt(Spot::seat)
                .summaryStatistics();
        return new Focus(row, seats.getMin() + seats.getMax());
    }

    private static boolean together(List<Spot> spots) {
        var seats = spots.stream().mapToInt(Spot::seat).summaryStatistics();
        return spots.stream().map(Spot::row).distinct().count() == 1
                && seats.getMax() - seats.getMin() == spots.size() - 1;
    }
}
