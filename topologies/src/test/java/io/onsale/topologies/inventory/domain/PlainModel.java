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
        private final String person;
        private final Set<String> places = new HashSet<>();
        private final Map<String, Integer> areas = new HashMap<>();
        private @Nullable Instant deadline;
        private @Nullable String order;
        private boolean extended;

        Held(String fan, @Nullable String contact, Instant deadline) {
            this.fan = fan;
            this.person = person(fan, contact);
            this.deadline = deadline;
        }

        int tickets() {
            return places.size()
                    + areas.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final Map<String, String> ownerOfSeat = new HashMap<>();
    private final Map<String, Integer> takenOfArea = new HashMap<>();
    private final Map<String, Integer> ticketsOfPerson = new HashMap<>();
    private final Map<String, Held> alive = new HashMap<>();
    private final Set<String> everHeld = new HashSet<>();
    private final Set<String> stopped = new HashSet<>();
    private final PlainShoppers shoppers = new PlainShoppers();
    private final PlainBatches waiting = new PlainBatches(ownerOfSeat, takenOfArea);

    void see(InventoryEvent event, Instant at) {
        switch (event) {
            case InventoryEvent.SeatsHeld held -> {
                held(held, at);
                shoppers.held(held, at);
            }
            case InventoryEvent.HoldReleased ended ->
                assertThat(at).isBefore(end(ended.holdId(), ended.fanId(), ended.performanceId(), ended.places()));
            case InventoryEvent.HoldExpired ended -> {
                Instant deadline = end(ended.holdId(), ended.fanId(), ended.performanceId(), ended.places());
                assertThat(at).isAfterOrEqualTo(deadline);
                assertThat(ended.deadline()).isEqualTo(deadline);
            }
            case InventoryEvent.HoldExtended extended -> extended(extended, at);
            case InventoryEvent.HoldClaimed claimed -> claimed(claimed);
            case InventoryEvent.HoldUnclaimed left -> left(left);
            case InventoryEvent.SeatsConfirmed confirmed -> confirmed(confirmed);
            case InventoryEvent.SeatsReturned back -> returned(back, at);
            case InventoryEvent.BatchReleased batch -> waiting.released(batch, at);
            case InventoryEvent.PerformanceStopped stopped -> {
                this.stopped.add(stopped.performanceId());
                waiting.stopped(stopped.performanceId());
            }
            case InventoryEvent.ShopperClosing closing -> shoppers.closing(closing);
            case InventoryEvent.ShopperClosed closed -> shoppers.closed(closed, at);
            default -> {}
        }
    }

    private void held(InventoryEvent.SeatsHeld held, Instant at) {
        assertThat(everHeld.add(held.holdId())).as("a new reservation").isTrue();
        Held hold = new Held(held.fanId(), held.contactKey(), held.expiresAt());
        for (PricedSeat seat : held.seats()) {
            String place = held.performanceId() + "/" + seat.seatId();
            assertThat(ownerOfSeat.put(place, held.holdId()))
                    .as("owner of %s", place)
                    .isNull();
            hold.places.add(place);
        }
        for (HeldArea area : held.areas()) {
            String name = area(held.performanceId(), area.section(), area.slot());
            hold.areas.merge(name, area.quantity(), Integer::sum);
            assertThat(takenOfArea.merge(name, area.quantity(), Integer::sum))
                    .as("taken of %s", name)
                    .isLessThanOrEqualTo(Shows.capacity(area.section(), area.slot()));
        }
        assertThat(ticketsOfPerson.merge(hold.person, hold.tickets(), Integer::sum))
                .as("tickets of %s", hold.person)
                .isLessThanOrEqualTo(Shows.LIMIT);
        assertThat(held.expiresAt()).isEqualTo(at.plus(Shows.HOLD));
        assertThat(held.price().total())
                .isEqualTo(held.seats().stream().mapToLong(PricedSeat::price).sum()
                        + held.areas().stream()
                                .mapToLong(area -> area.price() * area.quantity())
                                .sum());
        alive.put(held.holdId(), hold);
    }

    private Instant end(String id, String fan, String performance, Places places) {
        Held ended = theHold(id, fan);
        Instant deadline = Objects.requireNonNull(ended.deadline, () -> id + " is owned");
        assertThat(named(performance, places)).containsExactlyInAnyOrderElementsOf(ended.places);
        assertThat(areas(performance, places)).isEqualTo(ended.areas);
        free(id, ended, Set.copyOf(ended.places), Map.copyOf(ended.areas));
        shoppers.ended(id);
        return deadline;
    }

    private void extended(InventoryEvent.HoldExtended extended, Instant at) {
        Held hold = theHold(extended.holdId(), extended.fanId());
        Instant deadline = Objects.requireNonNull(hold.deadline);
        assertThat(deadline).isAfter(at);
        assertThat(extended.expiresAt()).isEqualTo(deadline.plus(Shows.HOLD));
        assertThat(hold.extended).as("extended once").isFalse();
        hold.extended = true;
        hold.deadline = extended.expiresAt();
        shoppers.prolonged(extended.holdId());
    }

    private void claimed(InventoryEvent.HoldClaimed claimed) {
        Held hold = theHold(claimed.holdId(), claimed.fanId());
        assertThat(hold.order).as("the order of %s", claimed.holdId()).isIn(null, claimed.orderId());
        assertThat(hold.deadline).isNotNull();
        hold.order = claimed.orderId();
        assertThat(claimed.claim().seats().stream().map(seat -> claimed.claim().performanceId() + "/" + seat.seatId()))
                .containsExactlyInAnyOrderElementsOf(hold.places);
    }

    private void left(InventoryEvent.HoldUnclaimed left) {
        Held hold = theHold(left.holdId(), left.fanId());
        assertThat(left.orderId()).isEqualTo(hold.order);
        assertThat(hold.deadline).as("not owned").isNotNull();
        hold.order = null;
    }

    private void confirmed(InventoryEvent.SeatsConfirmed confirmed) {
        Held hold = theHold(confirmed.holdId(), confirmed.fanId());
        assertThat(confirmed.orderId()).isEqualTo(hold.order);
        assertThat(named(confirmed.performanceId(), confirmed.places()))
                .containsExactlyInAnyOrderElementsOf(hold.places);
        assertThat(areas(confirmed.performanceId(), confirmed.places())).isEqualTo(hold.areas);
        assertThat(hold.deadline).as("owned once").isNotNull();
        hold.deadline = null;
        shoppers.ended(confirmed.holdId());
    }

    private void returned(InventoryEvent.SeatsReturned back, Instant at) {
        Held hold = theHold(back.holdId(), back.fanId());
        assertThat(back.orderId()).isEqualTo(hold.order);
        Set<String> places = Set.copyOf(named(back.performanceId(), back.places()));
        assertThat(back.places().tickets()).isPositive();
        assertThat(hold.places).containsAll(places);
        if (hold.deadline != null) {
            shoppers.ended(back.holdId());
        }
        Map<String, Integer> areas = areas(back.performanceId(), back.places());
        free(back.holdId(), hold, places, areas);
        if (back.withheld() != null) {
            assertThat(stopped).doesNotContain(back.performanceId());
            waiting.add(back.withheld(), back.performanceId(), places, areas, at);
        }
    }

    private Held theHold(String id, String fan) {
        Held hold = Objects.requireNonNull(alive.get(id), () -> "no such reservation " + id);
        assertThat(hold.fan).isEqualTo(fan);
        return hold;
    }

    private void free(String id, Held hold, Set<String> places, Map<String, Integer> areas) {
        int before = hold.tickets();
        places.forEach(seat -> assertThat(ownerOfSeat.remove(seat)).isEqualTo(id));
        hold.places.removeAll(places);
        areas.forEach((area, gone) -> {
            assertThat(hold.areas.merge(area, -gone, Integer::sum)).isNotNegative();
            takenOfArea.merge(area, -gone, Integer::sum);
        });
        hold.areas.values().removeIf(left -> left == 0);
        ticketsOfPerson.merge(hold.person, hold.tickets() - before, Integer::sum);
        if (hold.tickets() == 0) {
            alive.remove(id);
        }
    }

    static Map<String, Integer> areas(String performance, Places places) {
        Map<String, Integer> areas = new HashMap<>();
        places.areas()
                .forEach(area ->
                        areas.merge(area(performance, area.section(), area.slot()), area.quantity(), Integer::sum));
        return areas;
    }

    private static String area(String performance, @Nullable String section, @Nullable String slot) {
        return performance + "/" + section + "/" + slot;
    }

    static List<String> named(String performance, Places places) {
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

    void nothingWaitsAfterItsInstant(Instant at) {
        waiting.noneAfterItsInstant(at);
    }

    /** Whether this hold of seats, all of which are there, must be granted now. */
    boolean mayHold(InventoryCommand.HoldSeats hold, Wish.Named wish) {
        return !stopped.contains(hold.performanceId())
                && tickets(hold) + wish.seatIds().size() <= Shows.LIMIT
                && !everHeld.contains(hold.holdId())
                && wish.seatIds().stream()
                        .noneMatch(seat -> ownerOfSeat.containsKey(hold.performanceId() + "/" + seat));
    }

    /** Whether this hold of places of a section must be granted now. */
    boolean mayHold(InventoryCommand.HoldSeats hold, Wish.Some wish, int capacity) {
        String area = area(Objects.requireNonNull(hold.performanceId()), wish.section(), wish.slot());
        boolean ofAnotherNight = wish.slot() != null && !Objects.equals(hold.performanceId(), "n1");
        return !stopped.contains(hold.performanceId())
                && !ofAnotherNight
                && tickets(hold) + wish.quantity() <= Shows.LIMIT
                && takenOfArea.getOrDefault(area, 0) + wish.quantity() <= capacity;
    }

    private int tickets(InventoryCommand.HoldSeats hold) {
        return ticketsOfPerson.getOrDefault(person(hold.fanId(), hold.contactKey()), 0);
    }

    private static String person(String fan, @Nullable String contact) {
        return contact == null ? fan : contact;
    }

    /** Whether this fan's release must be granted now. */
    boolean mayRelease(InventoryCommand.ReleaseHold release) {
        Held hold = alive.get(release.holdId());
        return hold != null && hold.fan.equals(release.fanId()) && hold.deadline != null;
    }

    /** Whether this order must get the hold now. */
    boolean mayClaim(InventoryCommand.ClaimHold claim) {
        Held hold = alive.get(claim.holdId());
        return hold != null
                && hold.fan.equals(claim.fanId())
                && (hold.order == null || (claim.orderId().equals(hold.order) && hold.deadline != null));
    }

    /** Whether this order must become the owner now. */
    boolean mayConfirm(InventoryCommand.ConfirmSeats confirm) {
        Held hold = alive.get(confirm.holdId());
        return hold != null
                && hold.fan.equals(confirm.fanId())
                && confirm.orderId().equals(hold.order)
                && hold.deadline != null;
    }

    PlainShoppers shoppers() {
        return shoppers;
    }

    /** Everything else of theirs ended at once. */
    void whoeverIsClosingHasOnlyWhatAnOrderClaimed() {
        shoppers.whatIsLeftToTheClosing(
                id -> assertThat(Objects.requireNonNull(alive.get(id)).order).isNotNull());
    }

    /** The ledger as it must be. */
    Map<String, Integer> tickets() {
        Map<String, Integer> tickets = new HashMap<>(ticketsOfPerson);
        tickets.values().removeIf(count -> count == 0);
        return tickets;
    }
}
