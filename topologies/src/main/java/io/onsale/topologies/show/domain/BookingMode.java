package io.onsale.topologies.show.domain;

/** How places of a section are sold. */
public enum BookingMode {
    SEAT,
    QUANTITY,
    SLOT
}
