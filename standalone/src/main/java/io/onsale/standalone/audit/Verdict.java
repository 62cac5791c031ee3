package io.onsale.standalone.audit;

import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the audit says of one invariant.
 *
 * @param checked how much was checked, in the check's unit
 * @param violations how many violations were found
 * @param findings the first of them
 * @param unchecked why it was not checked, where it was not
 */
public record Verdict(Check check, long checked, long violations, List<Finding> findings, Optional<String> unchecked) {

    static Verdict unchecked(Check check, String why) {
        return new Verdict(check, 0, 0, List.of(), Optional.of(why));
    }

    public boolean broken() {
        return violations > 0;
    }
}
