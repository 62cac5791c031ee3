package io.onsale.topologies.show.domain;

/** How an event is announced, and by whom. */
public record Billing(
        String title, String description, String category, String region, int ageLimit, String organizerId) {}
