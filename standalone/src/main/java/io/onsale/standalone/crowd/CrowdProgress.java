package io.onsale.standalone.crowd;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the crowd is doing.
 *
 * @param elapsed since the first fan came
 * @param done fans who are through
 * @param held seats that are held or sold now
 * @param requests answered so far
 * @param holds given so far
 * @param holdsPerSecond given in the last second
 * @param refusals by code
 * @param errors answers that should not be: none at all, or a status of 5xx
 * @param median of the latency of requests to hold seats, so far
 * @param p99 of the same
 * @param line how the line stands, where there is a waiting room
 */
public record CrowdProgress(
        Duration elapsed,
        int fans,
        int seats,
        long done,
        long held,
        long requests,
        long holds,
        double holdsPerSecond,
        Map<String, Long> refusals,
        long errors,
        Duration median,
        Duration p99,
        Optional<LineFigures> line) {}
