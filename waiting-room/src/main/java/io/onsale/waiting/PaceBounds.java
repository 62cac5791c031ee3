package io.onsale.waiting;

/** How many a waiting room may let shop at once, and let in in a second: for whoever asks, decides or tells of it. */
public final class PaceBounds {

    public static final int MOST_CONCURRENT = 1_000_000;

    /** Let in in steps of five hundred, twenty a second: a faster pace would be a promise that a quiet room does not keep. */
    public static final int MOST_PER_SECOND = 10_000;

    private PaceBounds() {}
}
