package io.onsale.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** When rounds of public sources of randomness are due, for those sources whose rounds come by a timetable that is known here. */
public final class BeaconTimetable {

    /** So many years ahead that no event is; beyond them an instant could not be kept. */
    private static final long LAST_ROUND = 1L << 40;

    /** Two chains of the League of Entropy, each by the first round's instant and the time from one to the next. */
    private static final Map<String, Timetable> SOURCES = Map.of(
            "drand quicknet", new Timetable(Instant.ofEpochSecond(1_692_803_367), Duration.ofSeconds(3)),
            "drand default", new Timetable(Instant.ofEpochSecond(1_595_431_050), Duration.ofSeconds(30)));

    private record Timetable(Instant first, Duration period) {

        Instant due(long round) {
            return first.plus(period.multipliedBy(Math.max(0, round - 1)));
        }
    }

    private BeaconTimetable() {}

    /** When a round's value becomes public; empty where the source's timetable is not known. */
    public static Optional<Instant> due(String source, long round) {
        return Optional.ofNullable(SOURCES.get(source))
                .filter(known -> round <= LAST_ROUND)
                .map(known -> known.due(round));
    }
}
