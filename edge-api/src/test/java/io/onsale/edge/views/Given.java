package io.onsale.edge.views;

import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.CatalogueState;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.catalogue.Slot;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.BatchReleased;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.HoldClaimed;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PerformanceStopped;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import io.onsale.schemas.inventory.ShowChanged;
import io.onsale.schemas.inventory.ShowClosed;
import io.onsale.schemas.inventory.ShowOpened;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records to begin tests with. */
public final class Given {
    public static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    public static final String NIGHT = "performance-1";

    private Given() {}

    public static Section section(String name, String grade, long price, int rows, int seatsPerRow) {
        List<Row> all = IntStream.rangeClosed(1, rows)
                .mapToObj(row -> new Row(Integer.toString(row), seatsPerRow))
                .toList();
        return new Section(name, BookingMode.SEAT, grade, price, all, Map.of(), 0, List.of(), null);
    }

    /** A section of one row, some seats of which are special. */
    public static Section special(String name, int seats, Map<String, List<String>> attributes) {
        return Section.newBuilder(section(name, "VIP", 150_000, 1, seats))
                .setSeatAttributes(attributes)
                .build();
    }

    public static EventDefinition definition(Section... sections) {
        return definition("Night One", "concert", "Seoul", NOON.plusSeconds(10_800), sections);
    }

    public static EventDefinition definition(
            String title, String category, String region, Instant startsAt, Section... sections) {
        return EventDefinition.newBuilder()
                .setTitle(title)
                .setCategory(category)
                .setRegion(region)
                .setCurrency("KRW")
                .setOrganizerId("organizer-1")
                .setTicketLimit(4)
                .setHoldSeconds(480)
                .setOnSaleAt(NOON.minusSeconds(3_600))
                .setPerformances(
                        List.of(new Performance(NIGHT, startsAt, "first night", 1, PerformanceStatus.SCHEDULED)))
                .setSections(Arrays.asList(sections))
                .build();
    }

    public static CatalogueState state(EventStatus status, EventDefinition definition, long sequence) {
        return new CatalogueState(status, definition, sequence);
    }

    public static InventoryEvent opened(long sequence, EventDefinition definition) {
        return event(sequence, new ShowOpened(definition));
    }

    public static InventoryEvent held(long sequence, String hold, String... seatIds) {
        return held(sequence, NOON, hold, seatIds);
    }

    public static InventoryEvent held(long sequence, Instant at, String hold, String... seatIds) {
        List<PricedSeat> seats = Arrays.stream(seatIds)
                .map(seat -> new PricedSeat(seat, "A", "1", 1, "VIP", 150_000L))
                .toList();
        SeatsHeld held = new SeatsHeld(
                hold,
                "fan-1",
                NIGHT,
                seats,
                "KRW",
                150_000L * seats.size(),
                "flat-1",
                at.plusSeconds(480),
                List.of(),
                0L,
                0L,
                null,
                null,
                null);
        return event(sequence, at, held);
    }

    public static InventoryEvent released(long sequence, String hold, String... seatIds) {
        return event(sequence, new HoldReleased(hold, "fan-1", NIGHT, List.of(seatIds), List.of(), null));
    }

    public static InventoryEvent expired(long sequence, Instant at, String hold, String... seatIds) {
        return event(sequence, at, new HoldExpired(hold, "fan-1", NIGHT, List.of(seatIds), at, List.of()));
    }

    public static InventoryEvent claimed(long sequence, String hold) {
        return event(sequence, new HoldClaimed("order-1", hold, "fan-1"));
    }

    public static InventoryEvent confirmed(long sequence, String hold, String... seatIds) {
        return event(sequence, new SeatsConfirmed("order-1", hold, "fan-1", NIGHT, List.of(seatIds), List.of()));
    }

    /** Seats come back, to wait in this batch if it is one. */
    public static InventoryEvent returned(long sequence, String hold, @Nullable String batch, String... seatIds) {
        return event(
                sequence, new SeatsReturned("order-1", hold, "fan-1", NIGHT, List.of(seatIds), List.of(), batch, null));
    }

    public static InventoryEvent batch(long sequence, String batch, String... seatIds) {
        return event(
                sequence,
                new BatchReleased(batch, NIGHT, List.of(seatIds), List.of(), NOON, ByteBuffer.wrap(new byte[] {1})));
    }

    public static InventoryEvent refused(long sequence, String hold) {
        return event(
                sequence,
                new HoldRefused(
                        hold, "fan-2", new Refusal("seat_taken", "taken", List.of("A-1-1"), List.of()), List.of()));
    }

    public static InventoryEvent changed(long sequence, EventDefinition definition) {
        return event(sequence, new ShowChanged(definition));
    }

    public static InventoryEvent stopped(long sequence) {
        return event(sequence, new PerformanceStopped(NIGHT));
    }

    /** Places without a number are held. */
    public static InventoryEvent heldPlaces(
            long sequence, String hold, String section, @Nullable String slot, int places) {
        HeldArea area = area(section, slot, places);
        return event(
                sequence,
                new SeatsHeld(
                        hold,
                        "fan-1",
                        NIGHT,
                        List.of(),
                        "KRW",
                        100L,
                        "flat-1",
                        NOON,
                        List.of(area),
                        0L,
                        0L,
                        null,
                        null,
                        null));
    }

    public static InventoryEvent confirmedPlaces(
            long sequence, String hold, String section, @Nullable String slot, int places) {
        return event(
                sequence,
                new SeatsConfirmed("order-1", hold, "fan-1", NIGHT, List.of(), List.of(area(section, slot, places))));
    }

    /** Places without a number come back, to wait in this batch if it is one. */
    public static InventoryEvent returnedPlaces(
            long sequence, String hold, @Nullable String batch, String section, @Nullable String slot, int places) {
        List<HeldArea> areas = List.of(area(section, slot, places));
        return event(sequence, new SeatsReturned("order-1", hold, "fan-1", NIGHT, List.of(), areas, batch, null));
    }

    public static InventoryEvent batchPlaces(
            long sequence, String batch, String section, @Nullable String slot, int places) {
        List<HeldArea> areas = List.of(area(section, slot, places));
        return event(
                sequence, new BatchReleased(batch, NIGHT, List.of(), areas, NOON, ByteBuffer.wrap(new byte[] {1})));
    }

    private static HeldArea area(String section, @Nullable String slot, int places) {
        return new HeldArea(section, slot, places, "R", 100L);
    }

    public static Section floor(int capacity) {
        return new Section("Floor", BookingMode.QUANTITY, "R", 100L, List.of(), Map.of(), capacity, List.of(), null);
    }

    /** Two times of entry, with five places each. */
    public static Section tour() {
        return new Section(
                "Tour",
                BookingMode.SLOT,
                "R",
                100L,
                List.of(),
                Map.of(),
                0,
                List.of(new Slot("noon", NOON, 5), new Slot("one", NOON.plusSeconds(3_600), 5)),
                null);
    }

    public static InventoryEvent closed(long sequence) {
        return event(sequence, new ShowClosed());
    }

    private static InventoryEvent event(long sequence, Object body) {
        return event(sequence, NOON, body);
    }

    private static InventoryEvent event(long sequence, Instant at, Object body) {
        EventEnvelope envelope = new EventEnvelope(
                "command-" + sequence + "#0",
                "command-" + sequence,
                "trace",
                new Actor(ActorKind.FAN, "fan-1"),
                at,
                sequence);
        return new InventoryEvent(envelope, body);
    }
}
