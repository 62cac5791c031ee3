package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.SeatMap.Seat;
import io.onsale.topologies.inventory.domain.SectionPlan.Spot;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.BookingMode;
import java.util.ArrayList;
import java.util.List;

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
        List<Spot> spots = choose(free, plan, wish);
        if (spots.isEmpty()) {
            List<String> instead = new Suggestion(view, map, performance).insteadOf(plan, wish);
            String code = wish.together() ? "not_enough_together" : "not_enough_left";
            return Choice.Denied.because(code, missing(wish), instead);
        }
        return Choice.Granted.seats(spots.stream()
                .map(spot -> new Seat(plan.id(spot), plan, spot).atListPrice())
                .toList());
    }

    private static String missing(Wish.Best wish) {
        if (wish.quantity() == 1) {
            return "No such seat is left there.";
        }
        return wish.together() ? "So many seats together are not left there." : "So many seats are not left there.";
    }

    /** So many seats as are wished for, or none. */
    static List<Spot> choose(FreeSeats free, SectionPlan plan, Wish.Best wish) {
        BestAvailable best = BestAvailable.among(free, plan, wish.attributes(), plan.focus());
        if (wish.attributes().contains(SectionPlan.WHEELCHAIR)) {
            return pairs(best.nearest(), free, plan, wish.quantity());
        }
        if (!plan.has(SectionPlan.COMPANION)) {
            return wish.together() ? best.together(wish.quantity()) : best.apart(wish.quantity());
        }
        BestAvailable loose = BestAvailable.loose(free, plan, wish.attributes(), plan.focus());
        return wish.together() ? best.together(wish.quantity(), loose) : best.apart(wish.quantity(), loose);
    }

    /**
     * Wheelchair seats with their companion seats, which lie beside them; both count. Whoever comes alone gets a seat that has no companion seat left, and
     * only where there is none, one of a pair.
     */
    private static List<Spot> pairs(List<Spot> nearest, FreeSeats free, SectionPlan plan, int quantity) {
        List<Spot> chosen = new ArrayList<>();
        List<Spot> lone = new ArrayList<>();
        List<Spot> parted = new ArrayList<>();
        for (Spot wheelchair : nearest) {
            Spot companion = plan.companion(wheelchair);
            boolean pair = companion != null && free.isFree(companion);
            if (pair && chosen.size() + 2 <= quantity) {
                chosen.add(wheelchair);
                chosen.add(companion);
            } else {
                (pair ? parted : lone).add(wheelchair);
            }
        }
        lone.addAll(parted);
        int missing = quantity - chosen.size();
        if (missing > lone.size()) {
            return List.of();
        }
        chosen.addAll(lone.subList(0, missing));
        return chosen;
    }
}
