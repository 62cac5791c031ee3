package io.onsale.topologies.inventory.domain;

/**
 * In which batch places wait.
 *
 * @param commitment to its instant, in hexadecimal
 */
public record Withheld(String batchId, NightWindow window, String commitment) {}
