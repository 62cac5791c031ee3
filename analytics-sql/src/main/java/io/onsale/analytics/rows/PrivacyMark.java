package io.onsale.analytics.rows;

import java.util.Collection;
import org.apache.avro.Schema;

/** What a schema says about who may see a field. */
public enum PrivacyMark {
    NONE,
    PERSONAL,
    SECRET;

    private static final String PROPERTY = "privacy";

    /** The mark of a field; secret where it has none, so that forgetting a mark shows nothing. */
    public static PrivacyMark of(Schema.Field field) {
        return switch (String.valueOf(field.getObjectProp(PROPERTY))) {
            case "none" -> NONE;
            case "personal" -> PERSONAL;
            default -> SECRET;
        };
    }

    /** Whether a value under this mark may be shown at all, be it as a pseudonym. */
    boolean shows(Object value) {
        return switch (this) {
            case NONE -> true;
            case PERSONAL -> isIdentifier(value);
            case SECRET -> false;
        };
    }

    private static boolean isIdentifier(Object value) {
        return value instanceof CharSequence
                || (value instanceof Collection<?> values && values.stream().allMatch(PrivacyMark::isIdentifier));
    }
}
