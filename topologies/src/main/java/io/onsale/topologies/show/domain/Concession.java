package io.onsale.topologies.show.domain;

/**
 * A reduced price for some people.
 *
 * @param percent taken off the list price
 * @param proof what the holder shows at the door
 */
public record Concession(String code, String label, int percent, String proof) {}
