package io.onsale.edge.views.reservations;

import io.onsale.edge.views.reservations.Reservation.Status;
import io.onsale.edge.views.seats.Hall;
import io.onsale.schemas.inventory.HoldClaimed;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldExtended;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.HoldUnclaimed;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Every hold that is open, and those that ended lately: for a day by the log's clock, and no more than so many of them. */
public final class ReservationsView {
    private static final Duration ENDED_KEPT = Duration.ofHours(24);

    private final int mostEnded;
    private final Map<String, Reservation> reservations = new ConcurrentHashMap<>();
    private final Deque<Ended> ended = new ArrayDeque<>();
    private final Map<String, Reservation.Show> shows = new HashMap<>();

    public ReservationsView(int mostEnded) {
        this.mostEnded = mostEnded;
    }

    /** The hold of an id, unless there was none or it ended long ago. */
    public Optional<Reservation> find(String holdId) {
        return Optional.ofNullable(reservations.get(holdId));
    }

    /** How many are known. */
    public int size() {
        return reservations.size();
    }

    /** Takes in the next event of a show with this hall, one that was not seen before. */
    public void apply(String eventId, Hall hall, InventoryEvent event) {
        Instant at = event.getEnvelope().getAt();
        switch (event.getBody()) {
            case SeatsHeld held -> reservations.put(held.getHoldId(), reservation(eventId, hall, held));
            case HoldReleased released -> end(released.getHoldId(), Status.RELEASED, at);
            case HoldExpired expired -> end(expired.getHoldId(), Status.EXPIRED, at);
            case HoldExtended extended -> change(extended.getHoldId(), held -> held.until(extended.getExpiresAt()));
            case HoldClaimed claimed -> change(claimed.getHoldId(), held -> held.of(claimed.getOrderId()));
            case HoldUnclaimed left -> change(left.getHoldId(), held -> held.of(null));
            case SeatsConfirmed confirmed -> end(confirmed.getHoldId(), Status.CONFIRMED, at);
            case SeatsReturned back -> takeBack(back, at);
            default -> {
                // Nothing else changes a hold.
            }
        }
        forgetOld(at);
    }

    private Reservation reservation(String eventId, Hall hall, SeatsHeld held) {
        List<PricedSeat> seats = held.getSeats();
        return new Reservation(
                held.getHoldId(),
                held.getFanId(),
                show(eventId, hall, held),
                Status.HELD,
                seats.stream()
                        .mapToInt(seat -> hall.find(seat.getSeatId()))
                        .filter(seat -> seat != Hall.NOWHERE)
                        .toArray(),
                seats.stream()
                        .filter(seat -> hall.find(seat.getSeatId()) != Hall.NOWHERE)
                        .mapToLong(PricedSeat::getPrice)
                        .toArray(),
                held.getAreas(),
                held.getFees(),
                held.getTotal(),
                held.getExpiresAt(),
                null);
    }

    /** One object for all holds of a performance, because there may be a million of them. */
    private Reservation.Show show(String eventId, Hall hall, SeatsHeld held) {
        Reservation.Show known = shows.get(held.getPerformanceId());
        if (known == null || known.hall() != hall) {
            known = new Reservation.Show(eventId, held.getPerformanceId(), hall, held.getCurrency());
            shows.put(held.getPerformanceId(), known);
        }
        return known;
    }

    private void change(String holdId, UnaryOperator<Reservation> change) {
        reservations.computeIfPresent(holdId, (same, held) -> change.apply(held));
    }

    /** What is owned counts as ended: of that its order tells. */
    private void end(String holdId, Status status, Instant at) {
        if (reservations.computeIfPresent(holdId, (same, held) -> held.as(status)) != null) {
            ended.addLast(new Ended(holdId, at));
        }
    }

    /** What was owned has ended before; what was only held ends when its order gives it back. */
    private void takeBack(SeatsReturned back, Instant at) {
        Reservation before = reservations.get(back.getHoldId());
        change(back.getHoldId(), held -> held.without(back.getSeatIds(), back.getAreas()));
        if (before != null && before.status() == Status.HELD) {
            end(back.getHoldId(), Status.RETURNED, at);
        }
    }

    private void forgetOld(Instant now) {
        Instant horizon = now.minus(ENDED_KEPT);
        while (!ended.isEmpty()
                && (ended.size() > mostEnded || ended.getFirst().at().isBefore(horizon))) {
            reservations.remove(ended.removeFirst().holdId());
        }
    }

    private record Ended(String holdId, Instant at) {}
}
