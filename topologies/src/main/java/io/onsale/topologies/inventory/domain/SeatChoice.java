package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.SeatMap.Seat;
import io.onsale.topologies.inventory.domain.SectionPlan.Spot;
import io.onsale.topologies.kit.domain.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a fan gets the seats that were named. */
final class SeatChoice {

    private final InventoryView view;
    private final SeatMap map;
    private final String performance;

    SeatChoice(InventoryView view, SeatMap map, String performance) {
        this.view = view;
        this.map = map;
        this.performance = performance;
    }

    Choice of(Wish.Named wish, Allowance allowance) {
        if (wish.seatIds().isEmpty()) {
            return Choice.Denied.because("no_seats", "Name at least one seat.");
        }
        if (new HashSet<>(wish.seatIds()).size() < wish.seatIds().size()) {
            return Choice.Denied.because("duplicate_seat", "A seat is named twice.");
        }
        Refusal over = allowance.refuse(wish.seatIds().size());
        if (over != null) {
            return new Choice.Denied(over);
        }
        List<Seat> seats = new ArrayList<>();
        Refusal wrong = find(wish, seats);
        if (wrong == null) {
            wrong = taken(seats);
        }
        if (wrong == null) {
            wrong = withCompanions(wish, seats);
        }
        if (wrong == null) {
            wrong = allowance.refuse(seats.size());
        }
        return wrong == null
                ? Choice.Granted.seats(seats.stream().map(Seat::atListPrice).toList())
                : new Choice.Denied(wrong);
    }

    private @Nullable Refusal find(Wish.Named wish, List<Seat> found) {
        List<String> unknown = new ArrayList<>();
        for (String id : wish.seatIds()) {
            Seat seat = map.find(id);
            if (seat == null
                    || (wish.section() != null
                            && !wish.section().equals(seat.plan().section().name()))) {
                unknown.add(id);
            } else {
                found.add(seat);
            }
        }
        return unknown.isEmpty() ? null : new Refusal("unknown_seat", "Some seats do not exist there.", unknown);
    }

    private @Nullable Refusal taken(List<Seat> seats) {
        List<Seat> taken = seats.stream()
                .filter(seat -> !view.isFree(performance, seat.id()))
                .toList();
        if (taken.isEmpty()) {
            return null;
        }
        List<String> ids = taken.stream().map(Seat::id).toList();
        List<String> instead = new Suggestion(view, map, performance).insteadOf(seats, taken.getFirst());
        return new Refusal("seat_taken", "Some of these seats are taken.", ids, instead);
    }

    /** Brings free companion seats along; a companion seat by itself is for nobody, as long as its wheelchair seat is free. */
    private @Nullable Refusal withCompanions(Wish.Named wish, List<Seat> seats) {
        Set<String> named = new LinkedHashSet<>(wish.seatIds());
        List<String> alone = new ArrayList<>();
        for (Seat seat : List.copyOf(seats)) {
            Spot wheelchair = seat.plan().wheelchair(seat.spot());
            if (wheelchair != null && isLeft(seat.plan().id(wheelchair), named)) {
                alone.add(seat.id());
            }
            Spot companion = seat.plan().companion(seat.spot());
            if (companion != null && wish.companion()) {
                String id = seat.plan().id(companion);
                if (view.isFree(performance, id) && named.add(id)) {
                    seats.add(new Seat(id, seat.plan(), companion));
                }
            }
        }
        return alone.isEmpty()
                ? null
                : new Refusal(
                        "companion_only", "A companion seat is kept for whoever takes its wheelchair seat.", alone);
    }

    private boolean isLeft(String wheelchair, Set<String> named) {
        return !named.contains(wheelchair) && view.isFree(performance, wheelchair);
    }
}
