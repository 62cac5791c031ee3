package io.onsale.standalone.audit.rules;

import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.ShowOpened;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rule over inventory's events, told apart. */
abstract class InventoryRule implements Rule {

    /** How a hold ended; {@code deadline} is there where it expired. */
    record End(
            String word, String hold, String fan, String performance, List<String> seats, Optional<Instant> deadline) {

        private static End of(HoldReleased released) {
            return new End(
                    "released",
                    released.getHoldId(),
                    released.getFanId(),
                    released.getPerformanceId(),
                    released.getSeatIds(),
                    Optional.empty());
        }

        private static End of(HoldExpired expired) {
            return new End(
                    "expired",
                    expired.getHoldId(),
                    expired.getFanId(),
                    expired.getPerformanceId(),
                    expired.getSeatIds(),
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
            case ShowOpened opened -> opened(logged, opened);
            case SeatsHeld held -> held(logged, at, held);
            case HoldReleased released -> ended(logged, at, End.of(released));
            case HoldExpired expired -> ended(logged, at, End.of(expired));
            case HoldRefused refused -> refused(logged, at, refused);
            default -> List.of();
        };
    }

    /** Shown every event of inventory before it is shown to one of the others. */
    void seeAny(Logged logged, Instant at) {}

    List<Finding> opened(Logged logged, ShowOpened opened) {
        return List.of();
    }

    abstract List<Finding> held(Logged logged, Instant at, SeatsHeld held);

    abstract List<Finding> ended(Logged logged, Instant at, End end);

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

    static List<String> seatIds(SeatsHeld held) {
        return held.getSeats().stream().map(PricedSeat::getSeatId).collect(Collectors.toUnmodifiableList());
    }
}
