package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who has what, told from events alone and with none of inventory's own code: it fails at an event that breaks an invariant. */
final class PlainModel {

    /** A hold with what is left of it; without a deadline once an order owns it. */
    private static final class Held {
        private final String fan;
        private final Set<String> places = new HashSet<>();
        private @Nullable Instant deadline;
        private @Nullable String order;

        Held(String fan, Instant deadline) {
            this.fan = fan;
            this.deadline = deadline;
        }
    }

    private final Map<String, String> ownerOfSeat = new HashMap<>();
    private final Map<String, Integer> ticketsOfFan = new HashMap<>();
    private final Map<String, Held> alive = new HashMap<>();
    private final Set<String> everHeld = new HashSet<>();

    void see(InventoryEvent event, Instant at) {
        switch (event) {
            case InventoryEvent.SeatsHeld held -> held(held, at);
            case InventoryEvent.HoldReleased ended ->
                assertThat(at).isBefore(end(ended.holdId(), ended.fanId(), ended.performanceId(), ended.places()));
            case InventoryEvent.HoldExpired ended -> {
                Instant deadline = end(ended.holdId(), ended.fanId(), ended.performanceId(), ended.places());
                assertThat(at).isAfterOrEqualTo(deadline);
                assertThat(ended.deadline()).isEqualTo(deadline);
            }
            case InventoryEvent.HoldClaimed claimed -> claimed(claimed);
            case InventoryEvent.SeatsConfirmed confirmed -> confirmed(confirmed);
            case InventoryEvent.SeatsReturned back -> returned(back);
            default -> {}
        }
    }

    private void held(InventoryEvent.SeatsHeld held, Instant at) {
        assertThat(everHeld.add(held.holdId())).as("a new reservation").isTrue();
        Held hold = new Held(held.fanId(), held.expiresAt());
        for (PricedSeat seat : held.seats()) {
            String place = held.performanceId() + "/" + seat.seatId();
            assertThat(ownerOfSeat.put(place, held.holdId()))
                    .as("owner of %s", place)
                    .isNull();
            hold.places.add(place);
        }
        assertThat(ticketsOfFan.merge(held.fanId(), hold.places.size(), Integer::sum))
                .as("tickets of %s", held.fanId())
                .isLessThanOrEqualTo(Shows.LIMIT);
        assertThat(held.expiresAt()).isEqualTo(at.plus(Shows.HOLD));
        assertThat(held.price().total())
                .isEqualTo(held.seats().stream().mapToLong(PricedSeat::price).sum());
        alive.put(held.holdId(), hold);
    }

    private Instant end(String id, String fan, String performance, Places places) {
        Held ended = theHold(id, fan);
        Instant deadline = Objects.requireNonNull(ended.deadline, () -> id + " is owned");
        assertThat(named(performance, places)).containsExactlyInAnyOrderElementsOf(ended.places);
        free(id, ended, Set.copyOf(ended.places));
        return deadline;
    }

    private void claimed(InventoryEvent.HoldClaimed claimed) {
        Held hold = theHold(claimed.holdId(), claimed.fanId());
        assertThat(hold.order).as("the order of %s", claimed.holdId()).isNull();
        assertThat(hold.deadline).isNotNull();
        hold.order = claimed.orderId();
        assertThat(claimed.claim().seats().stream().map(seat -> claimed.claim().performanceId() + "/" + seat.seatId()))
                .containsExactlyInAnyOrderElementsOf(hold.places);
    }

    private void confirmed(InventoryEvent.SeatsConfirmed confirmed) {
        Held hold = theHold(confirmed.holdId(), confirmed.fanId());
        assertThat(confirmed.orderId()).isEqualTo(hold.order);
        assertThat(named(confirmed.performanceId(), confirmed.places()))
                .containsExactlyInAnyOrderElementsOf(hold.places);
        assertThat(hold.deadline).as("owned once").isNotNull();
        hold.deadline = null;
    }

    private void returned(InventoryEvent.SeatsReturned back) {
        Held hold = theHold(back.holdId(), back.fanId());
        assertThat(back.orderId()).isEqualTo(hold.order);
        Set<String> places = Set.copyOf(named(back.performanceId(), back.places()));
        assertThat(places).isNotEmpty();
        assertThat(hold.places).containsAll(places);
        free(back.holdId(), hold, places);
    }

    private Held theHold(String id, String fan) {
        Held hold = Objects.requireNonNull(alive.get(id), () -> "no such reservation " + id);
        assertThat(hold.fan).isEqualTo(fan);
        return hold;
    }

    private void free(String id, Held hold, Set<String> places) {
        places.forEach(seat -> assertThat(ownerOfSeat.remove(seat)).isEqualTo(id));
        ticketsOfFan.merge(hold.fan, -places.size(), Integer::sum);
        hold.places.removeAll(places);
        if (hold.places.isEmpty()) {
            alive.remove(id);
        }
    }

    private static List<String> named(String performance, Places places) {
        return places.seatIds().stream().map(seat -> performance + "/" + seat).toList();
    }

    /** No hold outlives its deadline. */
    void noneOpenAfterItsDeadline(Instant at) {
        assertThat(alive.values()).allSatisfy(hold -> {
            if (hold.deadline != null) {
                assertThat(hold.deadline).isAfter(at);
            }
        });
    }

    /** Whether a well-formed hold must be granted now. */
    boolean mayHold(InventoryCommand.HoldSeats hold) {
        int tickets =
                ticketsOfFan.getOrDefault(hold.fanId(), 0) + hold.seatIds().size();
        return tickets <= Shows.LIMIT
                && !everHeld.contains(hold.holdId())
                && hold.seatIds().stream()
                        .noneMatch(seat -> ownerOfSeat.containsKey(hold.performanceId() + "/" + seat));
    }

    /** Whether this fan's release must be granted now. */
    boolean mayRelease(InventoryCommand.ReleaseHold release) {
        Held hold = alive.get(release.holdId());
        return hold != null && hold.fan.equals(release.fanId()) && hold.deadline != null;
    }

    /** Whether this order must get the hold now. */
    boolean mayClaim(InventoryCommand.ClaimHold claim) {
        Held hold = alive.get(claim.holdId());
        return hold != null && hold.fan.equals(claim.fanId()) && hold.order == null;
    }

    /** Whether this order must become the owner now. */
    boolean mayConfirm(InventoryCommand.ConfirmSeats confirm) {
        Held hold = alive.get(confirm.holdId());
        return hold != null
                && hold.fan.equals(confirm.fanId())
                && confirm.orderId().equals(hold.order)
                && hold.deadline != null;
    }

    /** The ledger as it must be. */
    Map<String, Integer> tickets() {
        Map<String, Integer> tickets = new HashMap<>(ticketsOfFan);
        tickets.values().removeIf(count -> count == 0);
        return tickets;
    }
}
