package io.onsale.standalone.crowd;

/** How a fan's visit ended. */
public enum FanOutcome {
    /** Left before the seat map. */
    LEFT,
    /** Found too few seats left. */
    SOLD_OUT,
    /** Lost seats to others too often. */
    GAVE_UP,
    /** Held seats and gave them back. */
    RELEASED,
    /** Held seats until their time was over. */
    EXPIRED,
    /** Was told something it should not have been told, or nothing. */
    FAILED,
    /** Was sent home when the crowd's time was over. */
    SENT_HOME
}
