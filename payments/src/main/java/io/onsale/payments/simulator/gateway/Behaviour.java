package io.onsale.payments.simulator.gateway;

import java.time.Duration;

/**
 * How difficult the simulated gateway is.
 *
 * @param slow when {@code test-timeout} is answered
 * @param late when {@code test-late} is approved
 * @param repeats the share of webhooks that come twice, from 0 to 1
 * @param spread how long a webhook may be under way; with more than one of them, they arrive in any order
 * @param retryAfter when a webhook that nobody acknowledged is sent again, for the first time
 * @param retryAtLeastEvery the longest pause between two such
 * @param tellsAll whether webhooks tell of every change, or only of what no answer told
 */
public record Behaviour(
        Duration slow,
        Duration late,
        double repeats,
        Duration spread,
        Duration retryAfter,
        Duration retryAtLeastEvery,
        boolean tellsAll) {

    public static final Behaviour USUAL = new Behaviour(
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            0.25,
            Duration.ofMillis(300),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            false);

    public Behaviour {
        if (repeats < 0 || repeats > 1) {
            throw new IllegalArgumentException("a share is from 0 to 1");
        }
    }

    public Behaviour withTimes(Duration slowAnswer, Duration lateApproval) {
        return new Behaviour(slowAnswer, lateApproval, repeats, spread, retryAfter, retryAtLeastEvery, tellsAll);
    }

    public Behaviour withWebhooks(double twice, Duration underWay, boolean ofEveryChange) {
        return new Behaviour(slow, late, twice, underWay, retryAfter, retryAtLeastEvery, ofEveryChange);
    }
}
