package io.onsale.waiting;

/** What checking a draw came to, in one line. */
public record Statement(Outcome outcome, String text) {

    /** Whether something holds. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** It is not known yet, or not from what was given. */
        OPEN
    }

    public static Statement right(String text) {
        return new Statement(Outcome.RIGHT, text);
    }

    public static Statement wrong(String text) {
        return new Statement(Outcome.WRONG, text);
    }

    public static Statement open(String text) {
        return new Statement(Outcome.OPEN, text);
    }

    /** Right if two values are equal; otherwise wrong, and says both. */
    static Statement same(String what, Object computed, Object published) {
        return computed.equals(published)
                ? right("%s: %s".formatted(what, published))
                : wrong("%s: %s is published, but it comes to %s".formatted(what, published, computed));
    }
}
