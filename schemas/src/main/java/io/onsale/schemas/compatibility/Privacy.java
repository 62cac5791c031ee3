package io.onsale.schemas.compatibility;

import java.util.Optional;
import org.apache.avro.Schema;

/** How carefully a field must be kept, as its {@code privacy} mark says; each level is stricter than the one before. */
public enum Privacy {
    NONE,
    PERSONAL,
    SECRET;

    /** The field's mark, if it has one that is known. */
    public static Optional<Privacy> of(Schema.Field field) {
        return Optional.ofNullable(field.getObjectProp("privacy")).flatMap(mark -> switch (mark.toString()) {
            case "none" -> Optional.of(NONE);
            case "personal" -> Optional.of(PERSONAL);
            case "secret" -> Optional.of(SECRET);
            default -> Optional.empty();
        });
    }
}
