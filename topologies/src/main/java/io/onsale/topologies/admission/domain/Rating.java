package io.onsale.topologies.admission.domain;

import io.onsale.waiting.Tier;

/**
 * What is known about a fan.
 *
 * @param suspicion the bot score in thousandths
 */
public record Rating(Tier tier, int suspicion) {

    static final Rating UNKNOWN = new Rating(Tier.NONE, 0);
}
