package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.SeatMap.Seat;
import io.onsale.topologies.inventory.domain.SectionPlan.Spot;
import io.onsale.topologies.show.domain.BookingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a fan could have instead of what was not to be had: in the section itself, else in the next of its grade, else in the next of any.
 *
 * <p>A section costs a look at each of its seats when it is first looked at, so no more than some are.
 */
final class Suggestion {

    private static final int MOST_SECTIONS = 16;

    private final InventoryView view;
    private final SeatMap map;
    private final String performance;

    Suggestion(InventoryView view, SeatMap map, String performance) {
        this.view = view;
        this.map = map;
        this.performance = performance;
    }

    /** As many seats, side by side if those were and it can be, nearest to those in the section in which one was taken. */
    List<String> insteadOf(List<Seat> asked, Seat taken) {
        SectionPlan plan = taken.plan();
        List<Spot> spots = asked.stream()
                .filter(seat -> seat.plan() == plan)
                .map(Seat::spot)
                .toList();
        int seats = asked.size();
        if (asked.stream().anyMatch(Suggestion::isForWheelchair)) {
            return insteadOfWheelchairs(asked, plan);
        }
        BestAvailable near = BestAvailable.among(
                view.free(performance, plan),
                plan,
                List.of(),
                middle(spots, taken.spot().row()));
        boolean together = spots.size() == seats && together(spots);
        List<Spot> here = together ? near.together(seats) : apart(plan, near, seats);
        if (!here.isEmpty()) {
            return ids(plan, here);
        }
        List<String> elsewhere = elsewhere(plan, new Wish.Best(null, seats, together, List.of()));
        return elsewhere.isEmpty() && together ? ids(plan, apart(plan, near, seats)) : elsewhere;
    }

    /** Nobody who needs such a seat is helped by an ordinary one, nor by its companion seat; whoever asked for ordinary ones too is left to choose. */
    private List<String> insteadOfWheelchairs(List<Seat> asked, SectionPlan plan) {
        if (!asked.stream().allMatch(seat -> isForWheelchair(seat) || isMarked(seat, SectionPlan.COMPANION))) {
            return List.of();
        }
        Wish.Best wish = new Wish.Best(null, asked.size(), false, List.of(SectionPlan.WHEELCHAIR));
        long wheelchairs = asked.stream().filter(Suggestion::isForWheelchair).count();
        return Stream.concat(Stream.of(plan), map.after(plan, BookingMode.SEAT).limit(MOST_SECTIONS))
                .map(section -> seats(section, chosen(section, wish)))
                .filter(seats ->
                        seats.stream().filter(Suggestion::isForWheelchair).count() >= wheelchairs)
                .findFirst()
                .map(seats -> seats.stream().map(Seat::id).toList())
                .orElse(List.of());
    }

    private static List<Seat> seats(SectionPlan plan, List<Spot> spots) {
        return spots.stream().map(spot -> new Seat(plan.id(spot), plan, spot)).toList();
    }

    private static boolean isForWheelchair(Seat seat) {
        return isMarked(seat, SectionPlan.WHEELCHAIR);
    }

    private static boolean isMarked(Seat seat, String attribute) {
        return seat.plan().marked(attribute, seat.spot().row()).get(seat.spot().seat());
    }

    /** As many seats like these: of the section itself apart, where they were to be together. */
    List<String> insteadOf(SectionPlan plan, Wish.Best wish) {
        Wish.Best apart = new Wish.Best(wish.section(), wish.quantity(), false, wish.attributes());
        List<Spot> here = wish.together() ? chosen(plan, apart) : List.of();
        if (!here.isEmpty()) {
            return ids(plan, here);
        }
        List<String> elsewhere = elsewhere(plan, wish);
        return elsewhere.isEmpty() && wish.together() ? elsewhere(plan, apart) : elsewhere;
    }

    private List<String> elsewhere(SectionPlan plan, Wish.Best wish) {
        return map.after(plan, BookingMode.SEAT)
                .limit(MOST_SECTIONS)
                .map(next -> ids(next, chosen(next, wish)))
                .filter(seats -> !seats.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Spot> chosen(SectionPlan plan, Wish.Best wish) {
        FreeSeats free = view.free(performance, plan);
        return free.left() < wish.quantity() ? List.of() : BestChoice.choose(free, plan, wish);
    }

    private List<Spot> apart(SectionPlan plan, BestAvailable near, int seats) {
        return view.free(performance, plan).left() < seats ? List.of() : near.apart(seats);
    }

    private static List<String> ids(SectionPlan plan, List<Spot> spots) {
        return spots.stream().map(plan::id).toList();
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
