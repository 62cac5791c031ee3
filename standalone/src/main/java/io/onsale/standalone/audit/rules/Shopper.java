package io.onsale.standalone.audit.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who was let in, as admission and inventory tell it. */
final class Shopper {

    /** In which a timer surely has ended what ran out, also while its system starts again. */
    private static final Duration TIMERS = Duration.ofMinutes(1);

    /** Who waits for inventory asks again within the hour; what is still open after so many needs a person. */
    private static final Duration PATIENCE = Duration.ofHours(2);

    /** Whoever has gone for good and did nothing wrong; there may be millions, so they are one. Nothing changes it any more. */
    static final Shopper GONE = forgotten();

    @Nullable
    String admitted;

    /** Until when, as admission said when it let them in. */
    Instant expiresAt = Instant.MAX;

    @Nullable
    String held;

    /** The latest instant until which holds were let in by inventory. */
    Instant letInUntil = Instant.MIN;

    boolean closing;

    @Nullable
    Instant heldAt;

    @Nullable
    Instant endedAt;

    @Nullable
    Instant freedAt;

    /** The command that freed the place. */
    String freedBy = "";

    /** The commands by which inventory told admission that it has closed the shopper. */
    final Set<String> toldClosed = new HashSet<>();

    private static Shopper forgotten() {
        Shopper shopper = new Shopper();
        shopper.admitted = "";
        shopper.endedAt = Instant.EPOCH;
        shopper.closing = true;
        shopper.freedAt = Instant.EPOCH;
        shopper.toldClosed.add(shopper.freedBy);
        return shopper;
    }

    boolean over() {
        return endedAt != null;
    }

    /** Nothing is to be heard of it any more, and nothing was wrong. */
    boolean gone() {
        return over() && freedAt != null && toldClosed.contains(freedBy) && wrong(Instant.MAX, Instant.MIN) == null;
    }

    /** What admission and inventory do not agree on, where the counterpart of everything before {@code settled} was read. */
    @Nullable
    String wrong(Instant settled, Instant now) {
        if (freedAt != null && freedAt.isBefore(settled) && !toldClosed.contains(freedBy)) {
            return toldClosed.isEmpty()
                    ? "a place is free that inventory has not closed"
                    : "a place was free before inventory closed it";
        }
        if (held != null && admitted == null) {
            boolean young = heldAt != null && !heldAt.isBefore(settled);
            return young ? null : "seats are held with an admission that was never given";
        }
        if (held != null && !held.equals(admitted)) {
            return "seats are held with another fan's admission";
        }
        return letInUntil.isAfter(expiresAt) ? "seats are held with an admission that was given for less" : stuck(now);
    }

    /** What should have come to an end by now. */
    private @Nullable String stuck(Instant now) {
        if (endedAt == null) {
            return now.isAfter(after(expiresAt, TIMERS)) ? "an admission has run out and has not ended" : null;
        }
        return freedAt == null && now.isAfter(endedAt.plus(PATIENCE))
                ? "an admission has ended and its place is not free after %d hours".formatted(PATIENCE.toHours())
                : null;
    }

    private static Instant after(Instant at, Duration patience) {
        return at.equals(Instant.MAX) ? at : at.plus(patience);
    }
}
