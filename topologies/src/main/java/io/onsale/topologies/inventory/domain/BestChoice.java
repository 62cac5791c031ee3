package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.SeatMap.Seat;
import io.onsale.topologies.inventory.domain.SectionPlan.Spot;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.BookingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The best seats of a section for a fan who names none. */
final class BestChoice {

    private final InventoryView view;
    private final SeatMap map;
    private final String performance;

    BestChoice(InventoryView view, SeatMap map, String performance) {
        this.view = view;
        this.map = map;
        this.performance = performance;
    }

    Choice of(Wish.Best wish, Allowance allowance) {
        if (wish.section() == null) {
            return Choice.Denied.because("section_required", "Name the section in which to look for seats.");
        }
        SectionPlan plan = map.section(wish.section());
        if (plan == null) {
            return Choice.Denied.because("unknown_section", "This event has no such section.");
        }
        if (plan.section().mode() != BookingMode.SEAT) {
            return Choice.Denied.because(
                    "bad_request", "This section has no numbered seats: ask for a quantity alone.");
        }
        Refusal over = allowance.refuse(wish.quantity());
        return over == null ? among(plan, wish) : new Choice.Denied(over);
    }

    private Choice among(SectionPlan plan, Wish.Best wish) {
        FreeSeats free = view.free(performance, plan);
        BestAvailable best = BestAvailable.among(free, plan, wish.attributes(), plan.focus());
        List<Spot> spots = choose(best, free, plan, wish);
        if (spots.isEmpty()) {
            return wish.together()
                    ? Choice.Denied.because("not_enough_together", "So many seats together are not left there.")
                    : Choice.Denied.because("not_enough_left", "So many seats are not left there.");
        }
        return Choice.Granted.seats(spots.stream()
                .map(spot -> new Seat(plan.id(spot), plan, spot).atListPrice())
                .toList());
    }

    private static List<Spot> choose(BestAvailable best, FreeSeats free, SectionPlan plan, Wish.Best wish) {
        if (wish.attributes().contains(SectionPlan.WHEELCHAIR)) {
            return pairs(best.nearest(), free, plan, wish.quantity());
        }
        return wish.together() ? best.together(wish.quantity()) : best.apart(wish.quantity());
    }

    /** Wheelchair seats with their companion seats, which lie beside them; both count. */
    private static List<Spot> pairs(List<Spot> nearest, FreeSeats free, SectionPlan plan, int quantity) {
        Set<Spot> chosen = new LinkedHashSet<>();
        for (Spot wheelchair : nearest) {
            if (chosen.size() < quantity) {
                chosen.add(wheelchair);
            }
            Spot companion = plan.companion(wheelchair);
            if (companion != null && chosen.size() < quantity && free.isFree(companion)) {
                chosen.add(companion);
            }
        }
        return chosen.size() == quantity ? new ArrayList<>(chosen) : List.of();
    }
}
