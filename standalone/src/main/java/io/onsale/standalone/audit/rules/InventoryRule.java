package io.onsale.standalone.audit.rules;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.inventory.BatchReleased;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldExtended;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PerformanceStopped;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import io.onsale.schemas.inventory.ShowChanged;
import io.onsale.schemas.inventory.ShowOpened;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule over inventory's events, told apart. */
abstract class InventoryRule implements Rule {

    /** How a hold ended; {@code deadline} is there where it expired. */
    record End(
            String word,
            String hold,
            String fan,
            String performance,
            List<String> seats,
            List<HeldArea> areas,
            Optional<Instant> deadline) {

        private static End of(HoldReleased released) {
            return new End(
                    "released",
                    released.getHoldId(),
                    released.getFanId(),
                    released.getPerformanceId(),
                    released.getSeatIds(),
                    released.getAreas(),
                    Optional.empty());
        }

        private static End of(HoldExpired expired) {
            return new End(
                    "expired",
                    expired.getHoldId(),
                    expired.getFanId(),
                    expired.getPerformanceId(),
                    expired.getSeatIds(),
                    expired.getAreas(),
                    Optional.of(expired.getDeadline()));
        }
    }

    private final Check check;

    InventoryRule(Check check) {
        this.check = check;
    }

    @Override
    public final Check check() {
        return check;
    }

    @Override
    public final List<Finding> see(Logged logged) {
        if (!(logged.value() instanceof InventoryEvent event)) {
            return List.of();
        }
        Instant at = event.getEnvelope().getAt();
        seeAny(logged, at);
        return switch (event.getBody()) {
            case ShowOpened opened -> defined(logged, opened.getDefinition());
            case ShowChanged changed -> defined(logged, changed.getDefinition());
            case SeatsHeld held -> held(logged, at, held);
            case HoldReleased released -> ended(logged, at, End.of(released));
            case HoldExpired expired -> ended(logged, at, End.of(expired));
            case HoldRefused refused -> refused(logged, at, refused);
            case HoldExtended extended -> extended(logged, at, extended);
            case SeatsConfirmed confirmed -> confirmed(logged, at, confirmed);
            case SeatsReturned back -> returned(logged, at, back);
            case BatchReleased batch -> released(logged, at, batch);
            case PerformanceStopped stopped -> stopped(logged, stopped.getPerformanceId());
            default -> List.of();
        };
    }

    /** Shown every event of inventory before it is shown to one of the others. */
    void seeAny(Logged logged, Instant at) {}

    /** A show is sold by this definition from here on. */
    List<Finding> defined(Logged logged, EventDefinition definition) {
        return List.of();
    }

    abstract List<Finding> held(Logged logged, Instant at, SeatsHeld held);

    abstract List<Finding> ended(Logged logged, Instant at, End end);

    List<Finding> extended(Logged logged, Instant at, HoldExtended extended) {
        return List.of();
    }

    /** An order owns what its hold has. */
    abstract List<Finding> confirmed(Logged logged, Instant at, SeatsConfirmed confirmed);

    /** An order has these places no longer. */
    abstract List<Finding> returned(Logged logged, Instant at, SeatsReturned back);

    List<Finding> released(Logged logged, Instant at, BatchReleased batch) {
        return List.of();
    }

    /** A performance is called off. */
    List<Finding> stopped(Logged logged, String performanceId) {
        return List.of();
    }

    List<Finding> refused(Logged logged, Instant at, HoldRefused refused) {
        return List.of();
    }

    @Override
    public List<Finding> end(Instant now) {
        return List.of();
    }

    final Finding finding(Logged logged, String what, String... namesAndValues) {
        return Finding.at(logged, check, what, Ids.of(namesAndValues));
    }

    static int places(List<String> seats, List<HeldArea> areas) {
        return seats.size() + areas.stream().mapToInt(HeldArea::getQuantity).sum();
    }

    static List<String> seatIds(SeatsHeld held) {
        return held.getSeats().stream().map(PricedSeat::getSeatId).collect(Collectors.toUnmodifiableList());
    }
}
