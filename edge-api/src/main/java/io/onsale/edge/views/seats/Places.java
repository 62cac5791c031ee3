package io.onsale.edge.views.seats;

/**
 * Places without a number that nobody owns.
 *
 * @param held held by somebody, or given back and not on sale again yet
 */
public record Places(int left, int held) {}
