package io.onsale.topologies.admission.domain;

/** Which part of a line a fan joined. */
public enum Cohort {
    /** Takes part in the draw. */
    FIRST,
    /** Came after the roster was frozen. */
    SECOND,
    /** Came after that and was suspected already. */
    LAST
}
