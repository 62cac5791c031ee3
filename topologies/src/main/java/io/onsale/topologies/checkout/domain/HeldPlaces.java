package io.onsale.topologies.checkout.domain;

import java.time.Instant;
import java.util.List;

/** What a hold holds, at the prices at which it was made. */
public record HeldPlaces(
        String performanceId,
        List<HeldSeat> seats,
        List<HeldArea> areas,
        String currency,
        long feePerTicket,
        Instant expiresAt) {

    public HeldPlaces {
        seats = List.copyOf(seats);
        areas = List.copyOf(areas);
    }
}
