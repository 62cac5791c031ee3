package io.onsale.topologies.show.domain;

import java.time.Instant;

/**
 * On what terms an event sells.
 *
 * @param currency ISO 4217
 * @param ticketLimit tickets a fan may hold or own
 * @param holdSeconds how long a hold lasts
 */
public record Terms(String currency, int ticketLimit, int holdSeconds, Instant onSaleAt) {}
