package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.Billing;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.Concession;
import io.onsale.topologies.show.domain.Conditions;
import io.onsale.topologies.show.domain.FocalPoint;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Slot;
import io.onsale.topologies.show.domain.Terms;
import io.onsale.topologies.show.domain.WaitingRoom;
import io.onsale.topologies.show.domain.WaitingRoom.Challenge;
import io.onsale.topologies.show.domain.WaitingRoom.Joining;
import io.onsale.topologies.show.domain.WaitingRoom.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Definitions to test with: one that is right, and the same with one thing changed. */
public final class Definitions {

    static final Instant NIGHT = Instant.parse("2030-03-01T19:00:00Z");
    static final Instant OPENING = Instant.parse("2030-01-01T10:00:00Z");

    private Definitions() {}

    public static ShowDefinition right() {
        return new ShowDefinition(
                billing("A show", "", "concert", 0),
                terms("KRW", 4, 480),
                Conditions.NONE,
                List.of(performance("n1", "first night"), performance("n2", 1)),
                List.of(
                        section("A", List.of(new Row("1", 10), new Row("1-2", 5)), Map.of("aisle", List.of("1-2-5"))),
                        section("B-East", List.of(new Row("1", 3)), Map.of())));
    }

    /** The same with a waiting room that opens an hour before the sale. */
    public static ShowDefinition behindARoom() {
        return right().behind(new WaitingRoom(
                OPENING.minus(Duration.ofHours(1)),
                new Pace(100, 10, 60),
                "draw-1",
                null,
                new Joining(50, 3, Challenge.CROWDED)));
    }

    static Billing billing(String title, String description, String category, int ageLimit) {
        return new Billing(title, description, category, "Seoul", "", "", ageLimit, "organizer");
    }

    static Terms terms(String currency, int ticketLimit, int holdSeconds) {
        return new Terms(currency, ticketLimit, holdSeconds, OPENING, null, 0);
    }

    static Performance performance(String id, String label) {
        return new Performance(id, NIGHT, label, 1, false);
    }

    /** So many days after the first night, without a label. */
    static Performance performance(String id, int days) {
        return new Performance(id, NIGHT.plus(Duration.ofDays(days)), "", 1, false);
    }

    static Section section(String name, List<Row> rows, Map<String, List<String>> attributes) {
        return Section.ofSeats(name, "R", 100_000, rows, attributes);
    }

    static Section priced(long price) {
        return Section.ofSeats("A", "R", price, List.of(new Row("1", 1)), Map.of());
    }

    static Section floor(int capacity, Slot... slots) {
        return new Section("A", BookingMode.QUANTITY, "R", 1, List.of(), Map.of(), capacity, List.of(slots), null);
    }

    static Section timed(Slot... slots) {
        return new Section("A", BookingMode.SLOT, "R", 1, List.of(), Map.of(), 0, List.of(slots), null);
    }

    static Slot slot(String name, int capacity) {
        return new Slot(name, NIGHT, capacity);
    }

    /** A time of entry so long after the first night begins. */
    static Slot slot(String name, Duration after) {
        return new Slot(name, NIGHT.plus(after), 1);
    }

    /** A section of seats with this besides. */
    static Section seated(BookingMode mode, int capacity, @Nullable FocalPoint focus) {
        return new Section("A", mode, "R", 1, List.of(new Row("1", 2)), Map.of(), capacity, List.of(), focus);
    }

    static ShowDefinition cancelled(CancellationPolicy policy) {
        return with(new Conditions(false, false, policy, List.of()));
    }

    static ShowDefinition reduced(Concession... concessions) {
        return with(new Conditions(false, false, CancellationPolicy.LENIENT, List.of(concessions)));
    }

    private static ShowDefinition with(Conditions conditions) {
        return new ShowDefinition(
                right().billing(), right().terms(), conditions, right().performances(), right().sections());
    }

    static ShowDefinition with(Billing billing) {
        return new ShowDefinition(
                billing, right().terms(), right().conditions(), right().performances(), right().sections());
    }

    static ShowDefinition with(Terms terms) {
        return new ShowDefinition(
                right().billing(), terms, right().conditions(), right().performances(), right().sections());
    }

    static ShowDefinition on(List<Performance> performances) {
        return new ShowDefinition(
                right().billing(), right().terms(), right().conditions(), performances, right().sections());
    }

    static ShowDefinition in(Section... sections) {
        return in(List.of(sections));
    }

    static ShowDefinition in(List<Section> sections) {
        return new ShowDefinition(
                right().billing(), right().terms(), right().conditions(), right().performances(), sections);
    }
}
