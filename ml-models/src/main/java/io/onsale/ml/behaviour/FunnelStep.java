package io.onsale.ml.behaviour;

/** A page a fan comes to on the way to a ticket, in their order. */
public enum FunnelStep {
    VISIT,
    BROWSE,
    EVENT_DETAIL,
    SEAT_SELECTION
}
