package io.onsale.schemas.bounds;

/** How long, many or dear the parts of an event may be: for whoever asks for one, judges it, or orders by what it names. */
public final class EventBounds {

    public static final int TITLE_LENGTH = 200;
    public static final int DESCRIPTION_LENGTH = 10_000;
    public static final int VENUE_LENGTH = 200;
    public static final int URL_LENGTH = 2_000;
    /** Of categories, sections, rows, concessions' codes and everything else that has a name. */
    public static final int NAME_LENGTH = 64;

    public static final int HIGHEST_AGE_LIMIT = 99;
    public static final int MOST_TICKETS = 100;
    public static final int SHORTEST_HOLD_SECONDS = 5;
    public static final int LONGEST_HOLD_SECONDS = 3_600;
    public static final long HIGHEST_FEE = 1_000_000_000L;
    public static final long HIGHEST_PRICE = 1_000_000_000_000L;

    public static final int MOST_PERFORMANCES = 50;
    public static final int MOST_ROUNDS = 20;
    public static final int MOST_SECTIONS = 500;
    public static final int MOST_ROWS = 20_000;
    public static final int MOST_PLACES = 200_000;
    public static final int MOST_SLOTS = 200;
    /** In all performances: everyone who shows the event keeps what becomes of each seat in each. */
    public static final int MOST_SEATS_TO_SELL = 500_000;

    public static final int MOST_CONCESSIONS = 20;
    public static final int COUPON_CODE_LENGTH = 32;
    public static final int PROOF_LENGTH = 200;
    public static final int MOST_FEE_STEPS = 20;
    public static final int MOST_DAYS_BEFORE = 365;
    /** Of the price, that cancelling may cost. */
    public static final int HIGHEST_FEE_PERCENT = 30;

    public static final int LATEST_CUT_OFF_HOURS = 24 * 365;
    public static final int LAST_MINUTE = 24 * 60 - 1;

    private EventBounds() {}
}
