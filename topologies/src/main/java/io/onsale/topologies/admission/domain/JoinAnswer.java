package io.onsale.topologies.admission.domain;

import io.onsale.topologies.kit.domain.Refusal;
import org.jspecify.annotations.Nullable;

/** What became of one join. */
public sealed interface JoinAnswer {

    /**
     * The fan has this place, given now or before.
     *
     * @param admissionId of whoever was let in on it
     */
    record Given(String fanId, Place place, @Nullable String admissionId) implements JoinAnswer {}

    /** The fan has none. */
    record Refused(Refusal refusal) implements JoinAnswer {}
}
