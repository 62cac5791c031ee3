package io.onsale.topologies.kit;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Tells whether a host's clock was set back, by another one that nobody can set. */
final class HostClock {

    /** Less than this nobody notices; a clock that is merely slowed down never falls behind at once. */
    private static final long NOTICED_MILLIS = 1_000;

    private final InstantSource clock;
    private final LongSupplier nanos;
    private long lead;

    /**
     * Begins to watch it.
     *
     * @param nanos goes on evenly, whatever the clock is set to
     */
    HostClock(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.lead = lead();
    }

    /** Whether it was set back since this was asked last. */
    boolean wasSetBack() {
        long before = lead;
        lead = lead();
        return before - lead > NOTICED_MILLIS;
    }

    private long lead() {
        return clock.millis() - nanos.getAsLong() / 1_000_000;
    }
}
