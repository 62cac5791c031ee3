package io.onsale.analytics.clickhouse;

/** ClickHouse answered, and the answer was an error. */
public final class ClickHouseRefusedException extends ClickHouseException {
    private static final long serialVersionUID = 1L;

    private final int code;

    ClickHouseRefusedException(int code, String message) {
        super(message, null);
        this.code = code;
    }

    /** ClickHouse's own number for the error, such as 60 for an unknown table; 0 where it gave none. */
    public int code() {
        return code;
    }
}
