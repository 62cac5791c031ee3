package io.onsale.analytics.clickhouse;

import org.jspecify.annotations.Nullable;

/** ClickHouse gave no answer; whether it did what it was asked is unknown. */
public final class ClickHouseUnavailableException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    ClickHouseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
