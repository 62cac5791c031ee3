package io.onsale.topologies.inventory.domain;

import java.time.Instant;

/**
 * The secret of a batch.
 *
 * @param instant at which it comes back on sale
 * @param nonce random bytes in hexadecimal, with which the commitment can be checked
 * @param commitment in hexadecimal; it binds to the instant and tells nothing of it
 */
public record BatchDraw(Instant instant, String nonce, String commitment) {}
