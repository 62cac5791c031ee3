package io.onsale.edge.reads;

/** ClickHouse did not answer, or not with what was asked for. */
final class AnalyticsAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    AnalyticsAwayException(String message) {
        super(message);
    }

    AnalyticsAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
