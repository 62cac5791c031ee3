package io.onsale.topologies.checkout.domain;

/** Who cancelled tickets. */
public enum CancelledBy {
    FAN,
    ORGANIZER
}
