package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.Billing;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.CancellationPolicy.Night;
import io.onsale.topologies.show.domain.Conditions;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows to test with. */
public final class Shows {

    public static final Instant OPENING = Instant.parse("2030-01-01T10:00:00Z");
    public static final Duration HOLD = Duration.ofMinutes(8);
    public static final int LIMIT = 4;

    private static final int FLOOR = 6;
    private static final int TOUR = 4;

    private Shows() {}

    /** One performance; section A with rows 1 (10 seats) and 2 (5 seats), section B-East with row R-1 (3 seats). */
    public static ShowDefinition oneNight() {
        return of(List.of(night("n1")), 0);
    }

    /** The same with a booking fee. */
    public static ShowDefinition withFee(long feePerTicket) {
        return of(List.of(night("n1")), feePerTicket);
    }

    /** The same on two nights. */
    public static ShowDefinition twoNights() {
        return of(List.of(night("n1"), night("n2")), 0);
    }

    /** Two nights; besides the seats 6 places on the Floor and two slots of a Tour on the first of them with 4 places each. */
    public static ShowDefinition everything() {
        return with(twoNights(), areas());
    }

    /** One performance; one section with one row. */
    public static ShowDefinition oneBigRow(int seats) {
        ShowDefinition show = oneNight();
        Section row = section("A", 100_000, List.of(new Row("1", seats)));
        return new ShowDefinition(show.billing(), show.terms(), show.conditions(), show.performances(), List.of(row));
    }

    /** A show with its night at other minutes of the day. */
    public static ShowDefinition atNight(ShowDefinition show, int from, int until) {
        CancellationPolicy policy = show.conditions().cancellation();
        CancellationPolicy moved = new CancellationPolicy(
                policy.cutOffHours(),
                policy.fees(),
                policy.returns(),
                new Night(from, until, policy.night().zone()));
        Conditions conditions = new Conditions(false, false, moved, List.of());
        return new ShowDefinition(
                show.billing(), show.terms(), conditions, show.performances(), show.sections(), show.waitingRoom());
    }

    /** A show for which one has to be known. */
    public static ShowDefinition forKnownPeople(ShowDefinition show) {
        Conditions conditions = new Conditions(true, false, CancellationPolicy.LENIENT, List.of());
        return new ShowDefinition(show.billing(), show.terms(), conditions, show.performances(), show.sections());
    }

    /** A show of which a performance begins then. */
    public static ShowDefinition startingAt(ShowDefinition show, String performance, Instant start) {
        List<Performance> moved = show.performances().stream()
                .map(it -> it.id().equals(performance)
                        ? new Performance(it.id(), start, it.label(), it.round(), it.cancelled())
                        : it)
                .toList();
        return new ShowDefinition(
                show.billing(), show.terms(), show.conditions(), moved, show.sections(), show.waitingRoom());
    }

    /** A show with a waiting room, which opened an hour before the sale. */
    public static ShowDefinition behindARoom(ShowDefinition show) {
        return show.behind(new WaitingRoom(
                OPENING.minus(Duration.ofHours(1)),
                new Pace(100, 10, 60),
                "draw-1",
                null,
                new Joining(50, 3, Challenge.NEVER)));
    }

    /** A show with other sections besides. */
    public static ShowDefinition with(ShowDefinition show, List<Section> more) {
        List<Section> sections = new ArrayList<>(show.sections());
        sections.addAll(more);
        return new ShowDefinition(show.billing(), show.terms(), show.conditions(), show.performances(), sections);
    }

    private static List<Section> areas() {
        return List.of(
                new Section("Floor", BookingMode.QUANTITY, "R", 50_000, List.of(), Map.of(), FLOOR, List.of(), null),
                new Section(
                        "Tour",
                        BookingMode.SLOT,
                        "R",
                        20_000,
                        List.of(),
                        Map.of(),
                        0,
                        List.of(slot("noon", 0), slot("one", 1)),
                        null));
    }

    private static Slot slot(String name, int hours) {
        return new Slot(name, OPENING.plus(Duration.ofDays(30)).plus(Duration.ofHours(hours)), TOUR);
    }

    /** How many places a section of everything has, or its slot. */
    public static int capacity(@Nullable String section, @Nullable String slot) {
        return "Floor".equals(section) ? FLOOR : TOUR;
    }

    private static ShowDefinition of(List<Performance> nights, long feePerTicket) {
        return new ShowDefinition(
                new Billing("A show", "", "concert", "Seoul", "", "", 0, "organizer"),
                new Terms("KRW", LIMIT, (int) HOLD.toSeconds(), OPENING, null, feePerTicket),
                Conditions.NONE,
                nights,
                List.of(
                        section("A", 100_000, List.of(new Row("1", 10), new Row("2", 5))),
                        section("B-East", 70_000, List.of(new Row("R-1", 3)))));
    }

    private static Performance night(String id) {
        return new Performance(id, OPENING.plus(Duration.ofDays(30)), "Night " + id, 1, false);
    }

    private static Section section(String name, long price, List<Row> rows) {
        return Section.ofSeats(name, "R", price, rows, Map.of());
    }
}
