package io.onsale.standalone.audit.rules;

import io.onsale.schemas.inventory.BatchReleased;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A seat has at most one owner at any instant: it is held only where it is free, and confirmed and given back only by the hold that owns it. */
public final class SeatOwners extends InventoryRule {

    private record Seat(String event, String performance, String id) {}

    private final Map<Seat, String> owners = new HashMap<>();
    private final Map<String, Set<Seat>> seatsOf = new HashMap<>();
    private long checked;

    public SeatOwners() {
        super(Check.ONE_OWNER);
    }

    @Override
    List<Finding> held(Logged logged, Instant at, SeatsHeld held) {
        List<Finding> findings = new ArrayList<>();
        for (String id : seatIds(held)) {
            checked++;
            Seat seat = new Seat(logged.key(), held.getPerformanceId(), id);
            String owner = owners.put(seat, held.getHoldId());
            seatsOf.computeIfAbsent(held.getHoldId(), hold -> new HashSet<>()).add(seat);
            if (owner != null) {
                findings.add(about(logged, "a seat is held that another hold owns", seat, held.getHoldId(), owner));
            }
        }
        return findings;
    }

    @Override
    List<Finding> ended(Logged logged, Instant at, End end) {
        List<Finding> findings = new ArrayList<>();
        Set<Seat> left = seatsOf.getOrDefault(end.hold(), Set.of());
        seatsOf.remove(end.hold());
        for (String id : end.seats()) {
            Seat seat = new Seat(logged.key(), end.performance(), id);
            String owner = owners.getOrDefault(seat, "nobody");
            if (!left.contains(seat) || !owners.remove(seat, end.hold())) {
                findings.add(about(
                        logged,
                        "a seat is " + end.word() + " by a hold that does not own it",
                        seat,
                        end.hold(),
                        owner));
            }
        }
        for (Seat seat : left) {
            if (owners.remove(seat, end.hold())) {
                findings.add(about(
                        logged, "a hold is " + end.word() + " without one of its seats", seat, end.hold(), end.hold()));
            }
        }
        return findings;
    }

    @Override
    List<Finding> confirmed(Logged logged, Instant at, SeatsConfirmed confirmed) {
        String hold = confirmed.getHoldId();
        Set<Seat> named = seats(logged, confirmed.getPerformanceId(), confirmed.getSeatIds());
        List<Finding> findings = new ArrayList<>(strangers(logged, "confirmed", hold, named));
        for (Seat seat : seatsOf.getOrDefault(hold, Set.of())) {
            if (!named.contains(seat)) {
                findings.add(about(logged, "a hold is confirmed without one of its seats", seat, hold, hold));
            }
        }
        return findings;
    }

    @Override
    List<Finding> returned(Logged logged, Instant at, SeatsReturned back) {
        String hold = back.getHoldId();
        Set<Seat> named = seats(logged, back.getPerformanceId(), back.getSeatIds());
        List<Finding> findings = strangers(logged, "returned", hold, named);
        for (Seat seat : named) {
            if (owners.remove(seat, hold)) {
                seatsOf.getOrDefault(hold, new HashSet<>()).remove(seat);
                if (back.getBatchId() != null) {
                    owners.put(seat, batch(back.getBatchId()));
                }
            }
        }
        return findings;
    }

    @Override
    List<Finding> released(Logged logged, Instant at, BatchReleased released) {
        String batch = batch(released.getBatchId());
        Set<Seat> named = seats(logged, released.getPerformanceId(), released.getSeatIds());
        List<Finding> findings = strangers(logged, "released", batch, named);
        named.forEach(seat -> owners.remove(seat, batch));
        return findings;
    }

    /** A finding for each of these seats that another owns, or nobody. */
    private List<Finding> strangers(Logged logged, String word, String owner, Set<Seat> seats) {
        return seats.stream()
                .filter(seat -> !owner.equals(owners.get(seat)))
                .map(seat -> about(
                        logged,
                        "a seat is " + word + " by a hold that does not own it",
                        seat,
                        owner,
                        owners.getOrDefault(seat, "nobody")))
                .toList();
    }

    private static Set<Seat> seats(Logged logged, String performance, List<String> ids) {
        return ids.stream()
                .map(id -> new Seat(logged.key(), performance, id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What waits in a batch belongs to it. */
    private static String batch(String id) {
        return "batch " + id;
    }

    @Override
    public long checked() {
        return checked;
    }

    private Finding about(Logged logged, String what, Seat seat, String hold, String owner) {
        return finding(
                logged,
                what,
                Ids.EVENT,
                seat.event(),
                "performance_id",
                seat.performance(),
                Ids.SEAT,
                seat.id(),
                Ids.HOLD,
                hold,
                "owner",
                owner);
    }
}
