package io.onsale.topologies.show.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what terms an event sells.
 *
 * @param currency ISO 4217
 * @param ticketLimit tickets a fan may hold or own
 * @param holdSeconds how long a hold lasts
 * @param saleEndsAt null: with the last performance
 * @param feePerTicket in the currency's minor unit
 */
public record Terms(
        String currency,
        int ticketLimit,
        int holdSeconds,
        Instant onSaleAt,
        @Nullable Instant saleEndsAt,
        long feePerTicket) {}
