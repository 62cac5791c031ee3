package io.onsale.standalone.audit.rules;

import java.util.Map;
import java.util.Optional;

/**
 * A broken invariant and its evidence.
 *
 * @param place the record that shows it, where there is one
 * @param ids what it is about, by name, in the order in which a reader wants them
 */
public record Finding(Check check, String what, Optional<Place> place, Map<String, String> ids) {

    /** A finding that a record shows. */
    public static Finding at(Logged record, Check check, String what, Map<String, String> ids) {
        return new Finding(check, what, Optional.of(record.place()), ids);
    }

    /** A finding that no record shows. */
    public static Finding without(Check check, String what, Map<String, String> ids) {
        return new Finding(check, what, Optional.empty(), ids);
    }
}
