package io.onsale.standalone.audit.rules;

import java.time.Instant;
import java.util.List;

/** Judges one invariant over the records of the log. */
public interface Rule {

    /** The invariant it judges. */
    Check check();

    /** What the next record shows to be broken. */
    List<Finding> see(Logged logged);

    /** What is broken at the end of the log, which was read at {@code now}. */
    List<Finding> end(Instant now);

    /** How much it has checked, in the check's unit. */
    long checked();
}
