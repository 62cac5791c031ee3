package io.onsale.edge.views.seats;

/**
 * What goes on in a show.
 *
 * @param holdsPerSecond over the last five whole seconds
 * @param refusalsPerSecond over the last five whole seconds
 * @param recentHolds in the last minute
 */
public record Activity(
        double holdsPerSecond,
        double refusalsPerSecond,
        int recentHolds,
        long holds,
        long refusals,
        long released,
        long expired) {}
