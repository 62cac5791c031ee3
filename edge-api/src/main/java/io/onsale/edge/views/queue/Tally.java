package io.onsale.edge.views.queue;

import io.onsale.edge.views.Pulse;
import java.time.Duration;
import java.time.Instant;

/** Counts what happens in a room. */
final class Tally {
    /** A minute, as whole seconds of the pulse. */
    private static final int WINDOW = 60;

    private final long[] ended = new long[Stage.values().length];
    private final Pulse admissions = new Pulse();
    private final Waits waits = new Waits();
    private long joined;
    private long arrived;
    private int shopping;
    /** Since when fans are let in without a pause. */
    private Instant since = Instant.EPOCH;

    void joined() {
        joined++;
    }

    void admitted(Instant at, Duration waited) {
        admissions.beat(at);
        waits.add(waited);
    }

    void arrived() {
        arrived++;
    }

    void ended(Stage how) {
        ended[how.code()]++;
    }

    void shopping(int now) {
        shopping = now;
    }

    /** From now on fans are let in. */
    void flows(Instant at) {
        since = at;
    }

    /** Admissions a second over the last minute, or over that part of it in which fans were let in; 0 where there was none. */
    double rate(Instant now) {
        long open = Duration.between(since, now).toSeconds();
        int window = Math.clamp(open, 1, WINDOW);
        return admissions.perSecond(now, window);
    }

    Figures figures(int waiting, double rate) {
        return new Figures(
                joined,
                waiting,
                admissions.total(),
                shopping,
                arrived,
                ended[Stage.LEFT.code()],
                ended[Stage.GONE.code()],
                ended[Stage.NO_SHOW.code()],
                ended[Stage.EXPIRED.code()],
                ended[Stage.FINISHED.code()],
                rate,
                waits.quantile(0.5),
                waits.quantile(0.9),
                waits.quantile(0.99));
    }
}
