package io.onsale.topologies.show.domain;

/** How an event is announced, where, and by whom. */
public record Billing(
        String title,
        String description,
        String category,
        String region,
        String venue,
        String bannerUrl,
        int ageLimit,
        String organizerId) {}
