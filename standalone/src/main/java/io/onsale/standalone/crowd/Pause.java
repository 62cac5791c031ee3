package io.onsale.standalone.crowd;

import java.time.Duration;

/** Lets a fan's time pass. */
@FunctionalInterface
interface Pause {

    /** Waits so long; false at once where the crowd is sent home. */
    boolean pause(Duration duration);
}
