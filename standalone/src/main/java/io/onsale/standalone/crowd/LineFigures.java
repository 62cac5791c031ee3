package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How the line before the show stands, as the organizer is told.
 *
 * @param allowed how many may shop at once
 * @param noShows who were let in and did not come
 * @param medianWait in seconds, as {@code p99Wait}
 */
public record LineFigures(
        long joined,
        long waiting,
        long letIn,
        long shopping,
        long allowed,
        long noShows,
        long left,
        long finished,
        double medianWait,
        double p99Wait) {

    static LineFigures of(JsonNode control) {
        JsonNode figures = control.path("figures");
        return new LineFigures(
                figures.path("joined").asLong(),
                figures.path("waiting").asLong(),
                figures.path("admitted").asLong(),
                figures.path("shopping").asLong(),
                control.path("max_concurrent").asLong(),
                figures.path("no_shows").asLong(),
                figures.path("left_waiting").asLong(),
                figures.path("finished").asLong(),
                figures.path("wait_seconds").path("p50").asDouble(),
                figures.path("wait_seconds").path("p99").asDouble());
    }
}
