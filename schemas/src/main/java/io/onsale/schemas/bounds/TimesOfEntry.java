package io.onsale.schemas.bounds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which of an event's performances a time of entry belongs to, for whoever judges, sells or shows it. */
public final class TimesOfEntry {

    /** How long after its performance began one may be. */
    public static final Duration DAY = Duration.ofHours(24);

    private static final int NONE = -1;

    private TimesOfEntry() {}

    /**
     * The index of the performance a time of entry belongs to: the last that begins no later. Before all of them it is the first's, for such were published before
     * that was refused; {@code -1} where there are none.
     *
     * @param starts when the performances begin
     */
    public static int performanceOf(List<Instant> starts, Instant entry) {
        int last = NONE;
        int first = NONE;
        for (int i = 0; i < starts.size(); i++) {
            Instant start = starts.get(i);
            if (first == NONE || start.isBefore(starts.get(first))) {
                first = i;
            }
            if (!start.isAfter(entry) && (last == NONE || start.isAfter(starts.get(last)))) {
                last = i;
            }
        }
        return last == NONE ? first : last;
    }

    /** Whether a time of entry is on one of the performances' days, as that of a new event has to be. */
    public static boolean isOnADay(List<Instant> starts, Instant entry) {
        int performance = performanceOf(starts, entry);
        return performance != NONE
                && !entry.isBefore(starts.get(performance))
                && entry.isBefore(starts.get(performance).plus(DAY));
    }
}
