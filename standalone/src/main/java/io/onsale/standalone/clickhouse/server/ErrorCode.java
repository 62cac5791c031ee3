package io.onsale.standalone.clickhouse.server;

/** ClickHouse's error codes that this server gives out itself, and the HTTP statuses of those the engine reports. */
enum ErrorCode {
    BAD_ARGUMENTS(36),
    SYNTAX_ERROR(62),
    UNKNOWN_COMPRESSION_METHOD(89),
    UNKNOWN_SETTING(115),
    READONLY(164),
    TOO_MANY_SIMULTANEOUS_QUERIES(202),
    QUERY_IS_TOO_LARGE(223),
    CANNOT_DECOMPRESS(271),
    SETTING_CONSTRAINT_VIOLATION(452),
    ACCESS_DENIED(497),
    AUTHENTICATION_FAILED(516),
    UNKNOWN_EXCEPTION(1002);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The status a ClickHouse server answers with for an error code. */
    static int httpStatus(int code) {
        return switch (code) {
            case 6, 26, 27, 36, 38, 41, 53, 62, 69, 72, 89, 117, 130, 271, 441, 452 -> 400;
            case 164, 497, 516 -> 403;
            case 16, 46, 47, 50, 56, 60, 81, 115 -> 404;
            case 159 -> 408;
            case 131, 223 -> 413;
            case 48, 344 -> 501;
            case 202, 209 -> 503;
            default -> 500;
        };
    }
}
