package io.onsale.edge.views.seats;

/** What changed, and the version it leads to. */
public record ChangesTo(long version, Changes changes) {}
