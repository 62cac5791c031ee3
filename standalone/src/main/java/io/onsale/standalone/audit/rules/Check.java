package io.onsale.standalone.audit.rules;

/** An invariant that the audit checks, by its number in the list of what must always hold. */
public enum Check {
    SEQUENCES("log", "every key's events are numbered without gap or repetition", "events"),
    ONE_OWNER("1", "a seat has at most one owner at any instant", "seats held"),
    CAPACITY("places", "no section has more places taken than it has", "places held"),
    NIGHT("nights", "every night batch comes back at the instant it was bound to", "batches"),
    TICKET_LIMIT("2", "no fan holds more tickets of an event than its limit", "holds"),
    MONEY("3", "every order's money balances to the unit", "orders paid"),
    HOLDS_END("4", "every hold ends once, and in time", "holds"),
    ADMISSIONS("5", "no more fans shop at once than may, counting everybody who still can", "admissions"),
    LINE("line", "every draw is the one that was bound, and fans are let in in its order", "steps"),
    ANSWERS("6", "every accepted answer is in the log, and the same key had the same answer", "answers"),
    CLICKHOUSE("8", "ClickHouse holds every committed event exactly once", "events"),
    RECEIPTS("9", "every price equals its receipt recomputed", "receipts"),
    REDUCTIONS(
            "reductions",
            "coupons and concessions are used while they are accepted, and no more often than they may be",
            "orders");

    private final String number;
    private final String promise;
    private final String unit;

    Check(String number, String promise, String unit) {
        this.number = number;
        this.promise = promise;
        this.unit = unit;
    }

    /** Its number, or a word where it has none. */
    public String number() {
        return number;
    }

    /** What must hold, in words. */
    public String promise() {
        return promise;
    }

    /** What is counted as checked. */
    public String unit() {
        return unit;
    }
}
