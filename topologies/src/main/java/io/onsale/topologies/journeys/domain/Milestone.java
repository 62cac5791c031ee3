package io.onsale.topologies.journeys.domain;

import org.jspecify.annotations.Nullable;

/** A step of a show's funnel, or of none's. */
public record Milestone(Step step, @Nullable String show) {}
