package io.onsale.analytics.clickhouse;

import org.jspecify.annotations.Nullable;

/** ClickHouse did not do what it was asked. */
public abstract sealed class ClickHouseException extends RuntimeException
        permits ClickHouseRefusedException, ClickHouseUnavailableException {
    private static final long serialVersionUID = 1L;

    ClickHouseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
