package io.onsale.edge.http;

/** What a text that a client sent may contain. */
final class Texts {

    private Texts() {}

    /** One line: no control characters at all. */
    static String line(String field, String text, int minLength, int maxLength) {
        if (sized(field, text, minLength, maxLength).chars().anyMatch(Character::isISOControl)) {
            throw invalid(field, "must not contain control characters");
        }
        if (minLength > 0 && text.isBlank()) {
            throw invalid(field, "must not be blank");
        }
        return text;
    }

    /** Several lines: line breaks and tabs besides. */
    static String lines(String field, String text, int minLength, int maxLength) {
        if (sized(field, text, minLength, maxLength).chars().anyMatch(Texts::isUnprintable)) {
            throw invalid(field, "must not contain control characters other than line breaks and tabs");
        }
        return text;
    }

    /** Anything that can be written as UTF-8, of this length. */
    static String sized(String field, String text, int minLength, int maxLength) {
        if (text.length() < minLength || text.length() > maxLength) {
            throw invalid(field, "has to have " + within(minLength, maxLength) + " characters");
        }
        if (hasLoneSurrogate(text)) {
            throw invalid(field, "contains half of a character");
        }
        return text;
    }

    /** How many of something there have to be, in words. */
    static String within(int least, int most) {
        return least == most ? Integer.toString(most) : "from " + least + " to " + most;
    }

    static ProblemException invalid(String field, String reason) {
        return Problem.of(400, "invalid_field", "The field '" + field + "' " + reason + ".")
                .with("field", field)
                .toException();
    }

    private static boolean isUnprintable(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
