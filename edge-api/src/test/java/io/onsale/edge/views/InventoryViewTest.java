package io.onsale.edge.views;

import static io.onsale.edge.views.Given.NIGHT;
import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.batch;
import static io.onsale.edge.views.Given.claimed;
import static io.onsale.edge.views.Given.closed;
import static io.onsale.edge.views.Given.confirmed;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.expired;
import static io.onsale.edge.views.Given.held;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.refused;
import static io.onsale.edge.views.Given.released;
import static io.onsale.edge.views.Given.returned;
import static io.onsale.edge.views.Given.section;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.views.reservations.Reservation;
import io.onsale.edge.views.seats.Area;
import io.onsale.edge.views.seats.ChangesTo;
import io.onsale.edge.views.seats.Occupancy;
import io.onsale.edge.views.seats.SeatStatus;
import io.onsale.edge.views.seats.Show;
import io.onsale.edge.views.seats.Snapshot;
import io.onsale.edge.views.seats.Span;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.inventory.InventoryEvent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InventoryViewTest {
    private static final String EVENT = "event-1";
    private static final EventDefinition TWO_SECTIONS =
            definition(section("A", "VIP", 150_000, 2, 10), section("B", "R", 110_000, 1, 10));

    private final InventoryView view = new InventoryView();

    @Test
    void everySeatOfAnOpenedShowIsAvailable() {
        given(opened(1, TWO_SECTIONS));

        assertThat(statuses()).hasSize(30).containsKeys("A-1-1", "A-2-10", "B-1-10");
        assertThat(statuses().values()).containsOnly(SeatStatus.AVAILABLE);
        assertThat(occupancy().of(SeatStatus.AVAILABLE)).isEqualTo(30);
    }

    @Test
    void aHoldTakesItsSeatsAndAReleaseGivesThemBack() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1", "B-1-10"));

        assertThat(statuses()).containsEntry("A-1-1", SeatStatus.HELD).containsEntry("B-1-10", SeatStatus.HELD);
        assertThat(occupancy().of(area("A"), SeatStatus.AVAILABLE)).isEqualTo(19);
        assertThat(occupancy().of(area("B"), SeatStatus.HELD)).isEqualTo(1);

        given(released(3, "hold-1", "A-1-1", "B-1-10"));

        assertThat(statuses().values()).containsOnly(SeatStatus.AVAILABLE);
        assertThat(occupancy().of(SeatStatus.HELD)).isZero();
    }

    @Test
    void aSnapshotBelongsToTheSequenceOfItsLastEvent() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1"), refused(3, "hold-2"));

        assertThat(snapshot().version()).isEqualTo(3);
        assertThat(show().version()).isEqualTo(3);
        assertThat(view.progress().of(EVENT)).isEqualTo(3);
    }

    @Test
    void aRecordReadAgainChangesNothing() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1"), released(3, "hold-1", "A-1-1"));

        given(held(2, "hold-1", "A-1-1"), opened(1, TWO_SECTIONS));

        assertThat(statuses().values()).containsOnly(SeatStatus.AVAILABLE);
        assertThat(view.gaps()).isZero();
    }

    @Test
    void changesSinceAVersionNameEachSeatOnceWithItsNewestStatus() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1", "A-1-2"), released(3, "hold-1", "A-1-1", "A-1-2"));
        given(held(4, "hold-2", "A-1-2"));

        assertThat(changes(1))
                .containsExactly(Map.entry("A-1-1", SeatStatus.AVAILABLE), Map.entry("A-1-2", SeatStatus.HELD));
        assertThat(changes(3)).containsExactly(Map.entry("A-1-2", SeatStatus.HELD));
        assertThat(changes(4)).isEmpty();
    }

    @Test
    void changesOfOneSectionLeaveOutTheOthers() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-2-10", "B-1-1"));

        ChangesTo changes = show().since(NIGHT, Span.of(area("B")), 1).orElseThrow();

        assertThat(changes.changes().size()).isEqualTo(1);
        changes.changes()
                .forEach((status, seat) -> assertThat(show().hall().id(seat)).isEqualTo("B-1-1"));
    }

    @Test
    void changesBeyondWhatIsKeptOrAheadOfTheLogAreUnknown() {
        given(opened(1, TWO_SECTIONS));
        for (int i = 0; i < 8_192; i++) {
            given(i % 2 == 0 ? held(i + 2, "hold-1", "A-1-1") : released(i + 2, "hold-1", "A-1-1"));
        }
        assertThat(show().since(NIGHT, all(), 1)).isPresent();

        given(held(8_194, "hold-2", "A-1-2"));

        assertThat(show().since(NIGHT, all(), 1)).isEmpty();
        assertThat(show().since(NIGHT, all(), 2)).isPresent();
        assertThat(show().since(NIGHT, all(), 8_195)).isEmpty();
    }

    @Test
    void aGapInTheSequenceIsCountedAndMakesOlderChangesUnknown() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1"));

        given(held(5, "hold-2", "A-1-2"));

        assertThat(view.gaps()).isEqualTo(1);
        assertThat(show().since(NIGHT, all(), 2)).isEmpty();
        assertThat(statuses()).containsEntry("A-1-2", SeatStatus.HELD);
    }

    @Test
    void nothingIsKeptOfAShowThatWasNeverOpened() {
        given(refused(1, "hold-1"));

        assertThat(view.progress().of(EVENT)).isZero();
        assertThat(view.gaps()).isZero();
    }

    @Test
    void aReservationIsHeldThenEnded() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1"), held(3, "hold-2", "A-1-2"));
        given(released(4, "hold-1", "A-1-1"), expired(5, NOON, "hold-2", "A-1-2"));

        Reservation first = view.reservations().find("hold-1").orElseThrow();
        assertThat(first.status()).isEqualTo(Reservation.Status.RELEASED);
        assertThat(first.fanId()).isEqualTo("fan-1");
        assertThat(first.seats()).containsExactly(show().hall().find("A-1-1"));
        assertThat(view.reservations().find("hold-2").orElseThrow().status()).isEqualTo(Reservation.Status.EXPIRED);
        assertThat(view.reservations().find("hold-3")).isEmpty();
    }

    @Test
    void whatAnOrderOwnsIsSoldAndWhatItGivesBackIsFree() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1", "A-1-2"), claimed(3, "hold-1"));
        given(confirmed(4, "hold-1", "A-1-1", "A-1-2"));

        assertThat(statuses()).containsEntry("A-1-1", SeatStatus.SOLD);
        Reservation owned = view.reservations().find("hold-1").orElseThrow();
        assertThat(owned.status()).isEqualTo(Reservation.Status.CONFIRMED);
        assertThat(owned.orderId()).contains("order-1");

        given(returned(5, "hold-1", null, "A-1-1"));

        assertThat(statuses()).containsEntry("A-1-1", SeatStatus.AVAILABLE).containsEntry("A-1-2", SeatStatus.SOLD);
        Reservation left = view.reservations().find("hold-1").orElseThrow();
        assertThat(left.status()).isEqualTo(Reservation.Status.CONFIRMED);
        assertThat(left.seats()).containsExactly(show().hall().find("A-1-2"));
    }

    @Test
    void whatWaitsInABatchIsWithheldUntilItIsReleased() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1"), confirmed(3, "hold-1", "A-1-1"));

        given(returned(4, "hold-1", "batch-1", "A-1-1"));
        assertThat(statuses()).containsEntry("A-1-1", SeatStatus.WITHHELD);
        assertThat(view.reservations().find("hold-1").orElseThrow().status()).isEqualTo(Reservation.Status.RETURNED);

        given(batch(5, "batch-1", "A-1-1"));
        assertThat(statuses()).containsEntry("A-1-1", SeatStatus.AVAILABLE);
    }

    @Test
    void whatADeclinedOrderGaveBackIsForgottenAfterADayOfTheLogToo() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1"), claimed(3, "hold-1"));
        given(returned(4, "hold-1", null, "A-1-1"), held(5, "hold-2", "A-1-2"));
        assertThat(view.reservations().find("hold-1").orElseThrow().status()).isEqualTo(Reservation.Status.RETURNED);

        given(expired(6, NOON.plusSeconds(86_401), "hold-2", "A-1-2"));

        assertThat(view.reservations().find("hold-1")).isEmpty();
        assertThat(view.reservations().size()).isEqualTo(1);
    }

    @Test
    void anEndedReservationIsForgottenAfterADayOfTheLog() {
        given(opened(1, TWO_SECTIONS), held(2, "hold-1", "A-1-1"), released(3, "hold-1", "A-1-1"));
        given(held(4, NOON.plusSeconds(86_400), "hold-2", "A-1-2"));
        assertThat(view.reservations().find("hold-1")).isPresent();

        given(expired(5, NOON.plusSeconds(86_401), "hold-2", "A-1-2"));

        assertThat(view.reservations().find("hold-1")).isEmpty();
        assertThat(view.reservations().find("hold-2")).isPresent();
    }

    @Test
    void activityCountsTheLastSeconds() {
        given(opened(1, TWO_SECTIONS), refused(2, "hold-0"));
        for (int i = 0; i < 10; i++) {
            given(held(3 + i, NOON.minusSeconds(i), "hold-" + i, "A-1-" + (i + 1)));
        }

        assertThat(show().activity(NOON).holdsPerSecond()).isEqualTo(1.0);
        assertThat(show().activity(NOON.plusSeconds(1)).recentHolds()).isEqualTo(10);
        assertThat(show().activity(NOON.plusSeconds(1)).refusals()).isEqualTo(1);
        assertThat(show().activity(NOON.plusSeconds(61)).holdsPerSecond()).isZero();
    }

    @Test
    void aClosedShowIsClosed() {
        given(opened(1, TWO_SECTIONS), closed(2));

        assertThat(show().closed()).isTrue();
    }

    @Test
    void aClosedShowIsForgottenAfterADayOfTheLog() {
        given(opened(1, TWO_SECTIONS), closed(2));
        view.apply("other", opened(1, TWO_SECTIONS));
        view.apply("other", held(2, NOON.plusSeconds(86_400), "hold-1", "A-1-1"));
        assertThat(view.seats().show(EVENT)).isPresent();

        view.apply("other", held(3, NOON.plusSeconds(86_401), "hold-2", "A-1-2"));

        assertThat(view.seats().show(EVENT)).isEmpty();
        assertThat(view.seats().show("other")).isPresent();
    }

    @Test
    void aShowCostsNothingForSeatsThatNobodyTouched() {
        EventDefinition many = definition(section("A", "VIP", 150_000, 1, 200_000));
        InventoryEvent opening = opened(1, many);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        view.apply("warm-up", opening);

        long before = threads.getCurrentThreadAllocatedBytes();
        given(opening);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000);
    }

    @Test
    void followingTheChangesLeadsToTheSameMapAsReplayingEverything() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<InventoryEvent> log = randomLog(random, 2_000);
        Map<String, SeatStatus> followed = new HashMap<>();
        long seen = 1;
        given(log.getFirst());
        followed.putAll(statuses());

        for (InventoryEvent event : log.subList(1, log.size())) {
            given(event);
            if (random.nextInt(10) == 0) {
                ChangesTo news = show().since(NIGHT, all(), seen).orElseThrow();
                news.changes()
                        .forEach((status, seat) -> followed.put(show().hall().id(seat), status));
                seen = news.version();
                assertThat(followed).as("seed %d", seed).isEqualTo(statuses());
            }
        }
        InventoryView replayed = new InventoryView();
        log.forEach(event -> replayed.apply(EVENT, event));
        Show again = replayed.seats().show(EVENT).orElseThrow();
        assertThat(statuses(again)).as("seed %d", seed).isEqualTo(statuses());
    }

    private static List<InventoryEvent> randomLog(Random random, int size) {
        List<InventoryEvent> log = new ArrayList<>(List.of(opened(1, TWO_SECTIONS)));
        Map<String, String> open = new TreeMap<>();
        for (int sequence = 2; sequence <= size; sequence++) {
            String seat =
                    (random.nextBoolean() ? "A-" + (1 + random.nextInt(2)) : "B-1") + "-" + (1 + random.nextInt(10));
            String hold = open.remove(seat);
            if (hold == null) {
                open.put(seat, "hold-" + sequence);
                log.add(held(sequence, "hold-" + sequence, seat));
            } else {
                log.add(random.nextBoolean() ? released(sequence, hold, seat) : expired(sequence, NOON, hold, seat));
            }
        }
        return log;
    }

    private void given(InventoryEvent... events) {
        Arrays.stream(events).forEach(event -> view.apply(EVENT, event));
    }

    private Show show() {
        return view.seats().show(EVENT).orElseThrow();
    }

    private Area area(String name) {
        return show().hall().area(name).orElseThrow();
    }

    private Span all() {
        return Span.of(show().hall());
    }

    private Snapshot snapshot() {
        return show().snapshot(NIGHT, all()).orElseThrow();
    }

    private Occupancy occupancy() {
        return show().occupancy(NIGHT).orElseThrow();
    }

    private Map<String, SeatStatus> statuses() {
        return statuses(show());
    }

    private static Map<String, SeatStatus> statuses(Show show) {
        Snapshot snapshot = show.snapshot(NIGHT, Span.of(show.hall())).orElseThrow();
        Map<String, SeatStatus> statuses = new HashMap<>();
        for (int seat = 0; seat < show.hall().seats(); seat++) {
            statuses.put(show.hall().id(seat), snapshot.status(seat));
        }
        return statuses;
    }

    private List<Map.Entry<String, SeatStatus>> changes(long after) {
        List<Map.Entry<String, SeatStatus>> changes = new ArrayList<>();
        show().since(NIGHT, all(), after)
                .orElseThrow()
                .changes()
                .forEach((status, seat) -> changes.add(Map.entry(show().hall().id(seat), status)));
        return changes;
    }
}
