package io.onsale.analytics.rows;

import java.util.Collection;
import org.apache.avro.Schema;

/** What a schema says about who may see a field. */
public enum PrivacyMark {
    NONE,
    /** Names a person, or is sealed. */
    PERSONAL,
    /** Was written about a person: no identifier, so a pseudonym of it tells an analyst nothing. */
    PERSONAL_TEXT,
    /** Stands for a person already, made with a key. */
    PERSONAL_DIGEST,
    SECRET;

    private static final String PROPERTY = "privacy";
    private static final String FORM = "form";

    /** The mark of a field; secret where it has none, so that forgetting a mark shows nothing. */
    public static PrivacyMark of(Schema.Field field) {
        return switch (String.valueOf(field.getObjectProp(PROPERTY))) {
            case "none" -> NONE;
            case "personal" -> personal(field);
            default -> SECRET;
        };
    }

    /** A form that nobody knows shows nothing either. */
    private static PrivacyMark personal(Schema.Field field) {
        Object form = field.getObjectProp(FORM);
        if (form == null) {
            return PERSONAL;
        }
        return form.equals("digest") ? PERSONAL_DIGEST : PERSONAL_TEXT;
    }

    /** Whether bytes under this mark must be sealed. */
    public boolean seals() {
        return this != NONE && this != PERSONAL_DIGEST;
    }

    /** Whether a value under this mark may be shown at all, be it as a pseudonym. */
    boolean shows(Object value) {
        return switch (this) {
            case NONE -> true;
            case PERSONAL -> isIdentifier(value);
            case PERSONAL_TEXT, PERSONAL_DIGEST, SECRET -> false;
        };
    }

    private static boolean isIdentifier(Object value) {
        return value instanceof CharSequence
                || (value instanceof Collection<?> values && values.stream().allMatch(PrivacyMark::isIdentifier));
    }
}
