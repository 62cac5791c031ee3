package io.onsale.standalone.crowd;

/** How a fan's visit ended. */
public enum FanOutcome {
    /** Left before the seat map. */
    LEFT("only looked"),
    /** Gave its place in line up. */
    LEFT_LINE("left the line"),
    /** Looked no more at the line, and would not have come. */
    WANDERED_OFF("wandered off"),
    /** Looked too late that it was its turn. */
    MISSED_TURN("missed their turn"),
    /** Found too few seats left, however often it looked. */
    SOLD_OUT("found too few seats left"),
    /** Lost seats to others too often. */
    GAVE_UP("lost seats to others and gave up"),
    /** Has tickets. */
    BOUGHT("bought their tickets"),
    /** Could not pay. */
    DECLINED("could not pay"),
    /** Held seats and gave them back. */
    RELEASED("gave their seats back"),
    /** Held seats until their time was over. */
    EXPIRED("held seats until time was up"),
    /** Was told something it should not have been told, or nothing. */
    FAILED("failed"),
    /** Was sent home when the crowd's time was over. */
    SENT_HOME("were sent home");

    private final String words;

    FanOutcome(String words) {
        this.words = words;
    }

    /** What so many fans did. */
    String words() {
        return words;
    }
}
