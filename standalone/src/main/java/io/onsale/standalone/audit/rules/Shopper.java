package io.onsale.standalone.audit.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who was let in, as admission and inventory tell it. */
final class Shopper {

    /** Two brokers' clocks are no further apart. */
    private static final Duration CLOCKS = Duration.ofSeconds(1);

    /** Whoever has gone for good and did nothing wrong; there may be millions, so they are one. Nothing changes it any more. */
    static final Shopper GONE = forgotten();

    @Nullable
    String admitted;

    @Nullable
    String held;

    boolean over;
    boolean closing;

    @Nullable
    Instant heldAt;

    @Nullable
    Instant freedAt;

    @Nullable
    Instant closedAt;

    private static Shopper forgotten() {
        Shopper shopper = new Shopper();
        shopper.admitted = "";
        shopper.over = true;
        shopper.closing = true;
        shopper.closedAt = Instant.EPOCH;
        shopper.freedAt = Instant.EPOCH;
        return shopper;
    }

    /** Nothing is to be heard of it any more, and nothing was wrong. */
    boolean gone() {
        return over && freedAt != null && closedAt != null && wrong(Instant.MAX) == null;
    }

    /** What admission and inventory do not agree on, where the counterpart of everything before {@code settled} was read. */
    @Nullable
    String wrong(Instant settled) {
        Instant freed = freedAt;
        Instant closed = closedAt;
        if (freed != null && closed == null && freed.isBefore(settled)) {
            return "a place is free that inventory has not closed";
        }
        if (freed != null && closed != null && freed.isBefore(closed.minus(CLOCKS))) {
            return "a place was free before inventory closed it";
        }
        if (held != null && admitted == null) {
            boolean young = heldAt != null && !heldAt.isBefore(settled);
            return young ? null : "seats are held with an admission that was never given";
        }
        return held != null && !held.equals(admitted) ? "seats are held with another fan's admission" : null;
    }
}
