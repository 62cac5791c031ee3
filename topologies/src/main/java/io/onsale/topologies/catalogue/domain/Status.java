package io.onsale.topologies.catalogue.domain;

/** Where an event is in its life. */
public enum Status {
    DRAFT,
    PUBLISHED,
    CLOSED
}
