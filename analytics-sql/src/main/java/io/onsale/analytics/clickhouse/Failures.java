package io.onsale.analytics.clickhouse;

import java.net.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what ClickHouse, or a proxy in front of it, says of a failure. */
final class Failures {
    private static final Pattern CODE = Pattern.compile("Code: (\\d+)");
    private static final int LONGEST = 2_000;

    private Failures() {}

    static ClickHouseException of(int status, HttpHeaders headers, String body) {
        String text = body.strip();
        String message = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
        int code = code(headers, text);
        if (code == 0 && status >= 502) {
            return new ClickHouseUnavailableException("ClickHouse is unavailable: HTTP " + status, null);
        }
        return new ClickHouseRefusedException(code, message.isEmpty() ? "HTTP " + status : message);
    }

    private static int code(HttpHeaders headers, String text) {
        String header = headers.firstValue("X-ClickHouse-Exception-Code").orElse("");
        if (header.matches("\\d{1,9}")) {
            return Integer.parseInt(header);
        }
        Matcher inText = CODE.matcher(text);
        return inText.find() ? Integer.parseInt(inText.group(1)) : 0;
    }
}
