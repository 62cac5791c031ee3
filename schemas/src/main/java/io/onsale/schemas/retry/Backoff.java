package io.onsale.schemas.retry;

import java.time.Duration;

/** When something that failed may be tried again; for one thread, by a clock in milliseconds. */
public final class Backoff {

    private final Pauses pauses;
    private int failures;
    private long notBefore;

    public Backoff(Pauses pauses) {
        this.pauses = pauses;
    }

    /** Begins the next pause, and says how long it is. */
    public Duration failed(long nowMillis) {
        failures++;
        Duration pause = pauses.after(failures);
        notBefore = nowMillis + pause.toMillis();
        return pause;
    }

    public void succeeded() {
        failures = 0;
    }

    /** Whether the last attempt failed. */
    public boolean isActive() {
        return failures > 0;
    }

    public boolean mayTry(long nowMillis) {
        return !isActive() || nowMillis >= notBefore;
    }
}
