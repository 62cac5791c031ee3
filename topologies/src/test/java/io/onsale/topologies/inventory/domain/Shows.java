package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.Billing;
import io.onsale.topologies.show.domain.Conditions;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Shows to test with. */
public final class Shows {

    public static final Instant OPENING = Instant.parse("2030-01-01T10:00:00Z");
    public static final Duration HOLD = Duration.ofMinutes(8);
    public static final int LIMIT = 4;

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
