package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Who has what, told from events alone and with none of inventory's own code: it fails at an event that breaks an invariant. */
final class PlainModel {

    private record Open(String fan, Set<String> seats, Instant deadline) {}

    private final Map<String, String> ownerOfSeat = new HashMap<>();
    private final Map<String, Integer> ticketsOfFan = new HashMap<>();
    private final Map<String, Open> open = new HashMap<>();
    private final Set<String> everHeld = new HashSet<>();

    void see(InventoryEvent event, Instant at) {
        switch (event) {
            case InventoryEvent.SeatsHeld held -> held(held, at);
            case InventoryEvent.HoldReleased ended -> {
                assertThat(at).isBefore(end(ended.holdId(), ended.fanId(), ended.performanceId(), ended.seatIds()));
            }
            case InventoryEvent.HoldExpired ended -> {
                Instant deadline = end(ended.holdId(), ended.fanId(), ended.performanceId(), ended.seatIds());
                assertThat(at).isAfterOrEqualTo(deadline);
                assertThat(ended.deadline()).isEqualTo(deadline);
            }
            default -> {}
        }
    }

    private void held(InventoryEvent.SeatsHeld held, Instant at) {
        assertThat(everHeld.add(held.holdId())).as("a new reservation").isTrue();
        Set<String> seats = new HashSet<>();
        for (PricedSeat seat : held.seats()) {
            String place = held.performanceId() + "/" + seat.seatId();
            assertThat(ownerOfSeat.put(place, held.holdId()))
                    .as("owner of %s", place)
                    .isNull();
            seats.add(place);
        }
        assertThat(ticketsOfFan.merge(held.fanId(), seats.size(), Integer::sum))
                .as("tickets of %s", held.fanId())
                .isLessThanOrEqualTo(Shows.LIMIT);
        assertThat(held.expiresAt()).isEqualTo(at.plus(Shows.HOLD));
        assertThat(held.price().total())
                .isEqualTo(held.seats().stream().mapToLong(PricedSeat::price).sum());
        open.put(held.holdId(), new Open(held.fanId(), seats, held.expiresAt()));
    }

    private Instant end(String id, String fan, String performance, List<String> seatIds) {
        Open ended = Objects.requireNonNull(open.remove(id), () -> "no open reservation " + id);
        assertThat(ended.fan).isEqualTo(fan);
        assertThat(seatIds.stream().map(seat -> performance + "/" + seat))
                .containsExactlyInAnyOrderElementsOf(ended.seats);
        ended.seats.forEach(seat -> assertThat(ownerOfSeat.remove(seat)).isEqualTo(id));
        ticketsOfFan.merge(fan, -ended.seats.size(), Integer::sum);
        return ended.deadline;
    }

    /** No hold outlives its deadline. */
    void noneOpenAfterItsDeadline(Instant at) {
        assertThat(open.values()).allSatisfy(hold -> assertThat(hold.deadline).isAfter(at));
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
        Open hold = open.get(release.holdId());
        return hold != null && hold.fan.equals(release.fanId());
    }

    int openHolds() {
        return open.size();
    }
}
