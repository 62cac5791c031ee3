package io.onsale.topologies.journeys.domain;

/** A step on the way to a ticket. */
public enum Step {
    VISIT,
    BROWSE,
    EVENT_DETAIL,
    SEAT_SELECTION,
    PAYMENT_DETAILS
}
