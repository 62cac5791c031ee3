package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What waits for the night, told from events alone. */
final class PlainBatches {

    private record Waiting(String performance, Withheld withheld, Set<String> seats, Map<String, Integer> areas) {}

    private final Map<String, String> ownerOfSeat;
    private final Map<String, Integer> takenOfArea;
    private final Map<String, Waiting> batches = new HashMap<>();
    private final Set<String> everReleased = new HashSet<>();

    /** Who has what is the whole model's. */
    PlainBatches(Map<String, String> ownerOfSeat, Map<String, Integer> takenOfArea) {
        this.ownerOfSeat = ownerOfSeat;
        this.takenOfArea = takenOfArea;
    }

    void add(Withheld withheld, String performance, Set<String> seats, Map<String, Integer> areas, Instant at) {
        assertThat(at).isBefore(withheld.window().start());
        assertThat(everReleased).doesNotContain(withheld.batchId());
        Waiting batch = batches.computeIfAbsent(
                withheld.batchId(), id -> new Waiting(performance, withheld, new HashSet<>(), new HashMap<>()));
        assertThat(batch.withheld()).as("one secret").isEqualTo(withheld);
        assertThat(batch.performance()).isEqualTo(performance);
        batch.seats().addAll(seats);
        areas.forEach((area, places) -> {
            batch.areas().merge(area, places, Integer::sum);
            takenOfArea.merge(area, places, Integer::sum);
        });
        seats.forEach(seat -> assertThat(ownerOfSeat.put(seat, "batch")).isNull());
    }

    void released(InventoryEvent.BatchReleased released, Instant at) {
        Waiting batch = Objects.requireNonNull(batches.remove(released.batchId()), "a batch that waits");
        everReleased.add(released.batchId());
        assertThat(at).isAfterOrEqualTo(instant(released.batchId(), batch));
        assertThat(PlainModel.named(released.performanceId(), released.places()))
                .containsExactlyInAnyOrderElementsOf(batch.seats());
        assertThat(PlainModel.areas(released.performanceId(), released.places()))
                .isEqualTo(batch.areas());
        batch.seats().forEach(ownerOfSeat::remove);
        batch.areas().forEach((area, places) -> takenOfArea.merge(area, -places, Integer::sum));
    }

    /** What waits of it is nobody's for ever. */
    void stopped(String performance) {
        batches.values().removeIf(batch -> batch.performance().equals(performance));
    }

    void noneAfterItsInstant(Instant at) {
        assertThat(batches)
                .allSatisfy((id, batch) -> assertThat(instant(id, batch)).isAfter(at));
    }

    private static Instant instant(String id, Waiting batch) {
        return Desk.DRAWS.of(Desk.EVENT, id, batch.withheld().window()).instant();
    }
}
