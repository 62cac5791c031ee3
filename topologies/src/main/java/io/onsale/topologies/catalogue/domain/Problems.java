package io.onsale.topologies.catalogue.domain;

import io.onsale.schemas.bounds.EventBounds;
import io.onsale.topologies.kit.domain.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a definition, each with the field it is about. */
final class Problems {

    /** As many as help: a definition with a thousand bad rows is refused for the first few. */
    private static final int TOLD = 10;

    private final List<String> fields = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    void check(boolean right, String field, String rule) {
        if (!right && fields.size() < TOLD) {
            fields.add(field);
            details.add(field + " " + rule);
        }
    }

    void checkName(String name, String field) {
        checkText(name, 1, EventBounds.NAME_LENGTH, field);
    }

    void checkText(String text, int shortest, int longest, String field) {
        int length = text.codePointCount(0, text.length());
        boolean tooShort = shortest > 0 && text.codePoints().noneMatch(Problems::isVisible);
        check(!tooShort && length <= longest, field, "must have " + shortest + " to " + longest + " characters");
    }

    private static boolean isVisible(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isISOControl(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }

    void checkWithin(long number, long least, long most, String field) {
        check(number >= least && number <= most, field, "must be " + least + " to " + most);
    }

    /** The refusal that says it all, or null where nothing is wrong. */
    @Nullable
    Refusal refusal() {
        return fields.isEmpty() ? null : new Refusal("invalid_event", String.join("; ", details) + ".", fields);
    }
}
