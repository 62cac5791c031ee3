package io.onsale.standalone.clickhouse.server;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refusal or failure with ClickHouse's error code, as its clients expect it. */
final class EngineException extends Exception {

    private static final Pattern CODE = Pattern.compile("Code: (\\d+)");

    private final int code;

    private EngineException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** What the engine itself reported. */
    static EngineException reported(String message) {
        Matcher matcher = CODE.matcher(message);
        int code = matcher.find() ? Integer.parseInt(matcher.group(1)) : ErrorCode.UNKNOWN_EXCEPTION.number();
        return new EngineException(code, message);
    }

    /** Our own refusal, worded as the engine would. */
    static EngineException of(ErrorCode code, String message) {
        return new EngineException(
                code.number(),
                String.format(Locale.ROOT, "Code: %d. DB::Exception: %s. (%s)", code.number(), message, code));
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
