package io.onsale.standalone.audit;

import io.onsale.schemas.Topics;
import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.EventDefinition;
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
import io.onsale.schemas.privacy.Hmac;
import io.onsale.standalone.audit.rules.Logged;
import io.onsale.standalone.audit.rules.Place;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes inventory's log of an event as tests tell it; holds last ten seconds, a fan may have two tickets, a seat costs 100. */
public final class Story {

    public static final String EVENT = "event-1";
    public static final Instant OPENING = Instant.parse("2026-12-01T11:00:00Z");

    /** When batch b1 is on sale again, in milliseconds after the opening. */
    public static final long NIGHT = 3_600_000;

    private static final byte[] NONCE = {1, 2, 3};
    private static final Duration HOLD = Duration.ofSeconds(10);

    private final List<Logged> log = new ArrayList<>();
    private final Map<String, SeatsHeld> holds = new HashMap<>();
    private long sequence;
    private Instant at = OPENING;
    private String event = EVENT;

    /** A show was opened with a limit of two tickets. */
    public static Story opened() {
        return new Story().write(new ShowOpened(definition()));
    }

    /** From here on it is so many milliseconds after the opening. */
    public Story at(long millis) {
        at = OPENING.plusMillis(millis);
        return this;
    }

    /** From here on events belong to another show, in the same partition. */
    public Story show(String other) {
        event = other;
        sequence = 0;
        return write(new ShowOpened(definition()));
    }

    public Story held(String hold, String fan, String... seats) {
        return heldAt(100, hold, fan, seats);
    }

    /** Seats are held by a fan whose contact is known. */
    public Story heldBy(String hold, String fan, String contact, String... seats) {
        return held(100, hold, fan, contact, seats);
    }

    /** Seats are held at another price than they have. */
    public Story heldAt(long price, String hold, String fan, String... seats) {
        return held(price, hold, fan, null, seats);
    }

    private Story held(long price, String hold, String fan, @Nullable String contact, String... seats) {
        List<PricedSeat> priced = Stream.of(seats)
                .map(seat -> new PricedSeat(seat, "A", "1", 1, "R", price))
                .toList();
        SeatsHeld held = new SeatsHeld(
                hold,
                fan,
                "night",
                priced,
                "KRW",
                price * seats.length,
                "base-1",
                at.plus(HOLD),
                List.of(),
                0L,
                0L,
                null,
                null,
                contact);
        holds.put(hold, held);
        return write(held);
    }

    public Story released(String hold) {
        SeatsHeld held = theHold(hold);
        return released(hold, held.getFanId(), seats(held));
    }

    public Story released(String hold, String fan, List<String> seats) {
        return write(new HoldReleased(hold, fan, "night", seats, List.of(), null));
    }

    public Story expired(String hold) {
        return expired(hold, theHold(hold).getExpiresAt());
    }

    public Story expired(String hold, Instant deadline) {
        SeatsHeld held = theHold(hold);
        return write(new HoldExpired(hold, held.getFanId(), "night", seats(held), deadline, List.of()));
    }

    public Story extended(String hold, long untilMillis) {
        return write(new HoldExtended(hold, theHold(hold).getFanId(), OPENING.plusMillis(untilMillis), null));
    }

    public Story confirmed(String hold) {
        return confirmed(hold, seats(theHold(hold)));
    }

    public Story confirmed(String hold, List<String> seats) {
        return write(new SeatsConfirmed("order-" + hold, hold, theHold(hold).getFanId(), "night", seats, List.of()));
    }

    public Story returned(String hold, String... seats) {
        return write(new SeatsReturned(
                "order-" + hold, hold, theHold(hold).getFanId(), "night", List.of(seats), List.of(), null, null));
    }

    /** The seats wait in batch b1, which is bound to {@link #NIGHT}. */
    public Story withheld(String hold, String... seats) {
        return waiting(hold, List.of(seats), List.of(), commitment(NIGHT));
    }

    /** Seats of h1 wait in batch b1, which is bound to another instant, or to none. */
    public Story withheldBound(@Nullable Long millis, String... seats) {
        return waiting("h1", List.of(seats), List.of(), millis == null ? null : commitment(millis));
    }

    /** Places on the floor wait in batch b1. */
    public Story withheldPlaces(String hold, int places) {
        return waiting(hold, List.of(), List.of(floor(places)), commitment(NIGHT));
    }

    private Story waiting(String hold, List<String> seats, List<HeldArea> areas, @Nullable ByteBuffer commitment) {
        return write(new SeatsReturned(
                "order-" + hold, hold, theHold(hold).getFanId(), "night", seats, areas, "b1", commitment));
    }

    /** Batch b1 is on sale, and was to be so at {@link #NIGHT}. */
    public Story batch(String... seats) {
        return batchAt(NIGHT, seats);
    }

    public Story batchAt(long millis, String... seats) {
        return write(new BatchReleased(
                "b1", "night", List.of(seats), List.of(), OPENING.plusMillis(millis), ByteBuffer.wrap(NONCE)));
    }

    public Story batchOfPlaces(int places) {
        return write(new BatchReleased("b1", "night", List.of(), List.of(floor(places)), at, ByteBuffer.wrap(NONCE)));
    }

    private ByteBuffer commitment(long millis) {
        long instant = OPENING.plusMillis(millis).toEpochMilli();
        return ByteBuffer.wrap(new Hmac(NONCE).of(event + "\nb1\n" + instant));
    }

    /** The performance is called off. */
    public Story stopped() {
        return write(new PerformanceStopped("night"));
    }

    /** The floor has so many places now. */
    public Story changed(int floor) {
        return write(new ShowChanged(definition(floor)));
    }

    /** The performance is so much earlier now. */
    public Story moved(Duration earlier) {
        EventDefinition before = definition();
        Performance night = before.getPerformances().getFirst();
        Performance moved = Performance.newBuilder(night)
                .setStartsAt(night.getStartsAt().minus(earlier))
                .build();
        return write(new ShowChanged(EventDefinition.newBuilder(before)
                .setPerformances(List.of(moved))
                .build()));
    }

    public Story heldPlaces(String hold, String fan, int places) {
        return held(hold, fan, floor(places));
    }

    /** Places for noon, of which there is one. */
    public Story heldSlot(String hold, String fan, int places) {
        return held(hold, fan, new HeldArea("Tour", "noon", places, "R", 100L));
    }

    private Story held(String hold, String fan, HeldArea area) {
        SeatsHeld held = new SeatsHeld(
                hold,
                fan,
                "night",
                List.of(),
                "KRW",
                100L * area.getQuantity(),
                "base-1",
                at.plus(HOLD),
                List.of(area),
                0L,
                0L,
                null,
                null,
                null);
        holds.put(hold, held);
        return write(held);
    }

    public Story returnedPlaces(String hold, int places) {
        return write(new SeatsReturned(
                "order-" + hold,
                hold,
                theHold(hold).getFanId(),
                "night",
                List.of(),
                List.of(floor(places)),
                null,
                null));
    }

    private static HeldArea floor(int places) {
        return new HeldArea("Floor", null, places, "R", 100L);
    }

    public Story refused(String hold, String fan, String... taken) {
        return write(
                new HoldRefused(hold, fan, new Refusal("seat_taken", "taken", List.of(taken), List.of()), List.of()));
    }

    /** The next event's number is as if so many events had been lost, or, where negative, written again. */
    public Story skipping(int events) {
        sequence += events;
        return this;
    }

    public List<Logged> log() {
        return List.copyOf(log);
    }

    private Story write(Object body) {
        sequence++;
        EventEnvelope envelope = new EventEnvelope(
                "command-" + log.size() + "#0",
                "command-" + log.size(),
                "trace",
                new Actor(ActorKind.FAN, "fan"),
                at,
                sequence);
        Place place = new Place(Topics.INVENTORY_EVENTS.name(), 0, log.size());
        log.add(new Logged(place, event, new InventoryEvent(envelope, body)));
        return this;
    }

    private SeatsHeld theHold(String hold) {
        return Objects.requireNonNull(holds.get(hold));
    }

    private static List<String> seats(SeatsHeld held) {
        return held.getSeats().stream().map(PricedSeat::getSeatId).toList();
    }

    static EventDefinition definition() {
        return definition(3);
    }

    private static EventDefinition definition(int floor) {
        return new EventDefinition(
                "Night One",
                "",
                "concert",
                "Seoul",
                0,
                "KRW",
                "organizer",
                2,
                (int) HOLD.toSeconds(),
                OPENING,
                List.of(new Performance(
                        "night", OPENING.plus(Duration.ofDays(30)), "first night", 1, PerformanceStatus.SCHEDULED)),
                List.of(
                        new Section(
                                "A",
                                BookingMode.SEAT,
                                "R",
                                100L,
                                List.of(new Row("1", 20)),
                                Map.of(),
                                0,
                                List.of(),
                                null),
                        new Section(
                                "Floor", BookingMode.QUANTITY, "R", 100L, List.of(), Map.of(), floor, List.of(), null),
                        new Section(
                                "Tour",
                                BookingMode.SLOT,
                                "R",
                                100L,
                                List.of(),
                                Map.of(),
                                0,
                                List.of(new Slot("noon", OPENING.plus(Duration.ofDays(30)), 1)),
                                null)),
                "",
                "",
                null,
                false,
                false,
                0L,
                null,
                List.of(),
                null);
    }
}
