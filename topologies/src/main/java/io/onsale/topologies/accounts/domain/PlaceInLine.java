package io.onsale.topologies.accounts.domain;

/** Where somebody waits or shops, for admission to be told when they are gone. */
public record PlaceInLine(String event, long sequence) {}
