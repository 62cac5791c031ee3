package io.onsale.edge.reads;

import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;

/** ClickHouse did not answer, or not with what was asked for. */
final class AnalyticsAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    AnalyticsAwayException(String message) {
        super(message);
    }

    AnalyticsAwayException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Where this edge was not told of any. */
    static AnalyticsAwayException notConfigured() {
        return new AnalyticsAwayException("no ClickHouse is configured");
    }

    /** What clients are told. */
    ProblemException toProblem() {
        return Problem.of(503, "analytics_away", "The analytics database does not answer at the moment.")
                .retryAfterSeconds(5)
                .toException();
    }
}
