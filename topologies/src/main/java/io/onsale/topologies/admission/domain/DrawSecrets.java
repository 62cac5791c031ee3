package io.onsale.topologies.admission.domain;

import io.onsale.waiting.Hash;

/** What nobody outside can foretell, and is the same whenever it is asked for. */
public interface DrawSecrets {

    /** What the order of an event's first cohort is drawn with; in no row and no event before it is. */
    Hash seed(String event);

    /** The name under which a fan is in an event's roster. */
    Bytes pseudonym(String event, String fan);
}
