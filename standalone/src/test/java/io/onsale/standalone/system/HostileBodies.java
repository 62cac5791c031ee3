package io.onsale.standalone.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies and paths that nobody sends who means well. */
final class HostileBodies {

    /** A route that takes a body, and a body it would take. */
    record Write(String path, String body, boolean byOrganizers) {}

    private static final Pattern VALUE = Pattern.compile("(\"[a-z_]+\":)(\"[^\"]*\"|\\d+|\\[\"[^\\]]*\\])");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0.1",
            "99999999999999999999999999",
            "1e999999999",
            "-1e-999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"a\\r\\nX-Injected: 1\"",
            "\"" + "x".repeat(20_000) + "\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[1e999999999]",
            "[" + "\"x\",".repeat(5_000) + "\"x\"]",
            "[".repeat(2_000) + "]".repeat(2_000));

    private HostileBodies() {}

    static List<Write> writes(Show show) {
        return List.of(
                new Write(
                        "/api/auth/signup",
                        "{\"email\":\"x\",\"password\":\"long enough\",\"name\":\"n\",\"phone\":\"1\",\"role\":\"fan\"}",
                        false),
                new Write("/api/auth/login", "{\"email\":\"a@example.com\",\"password\":\"long enough\"}", false),
                new Write("/api/auth/refresh", "{\"refresh_token\":\"AAAA.BBBB\"}", false),
                new Write("/api/auth/password/forgot", "{\"email\":\"a@example.com\"}", false),
                new Write(
                        "/api/auth/password/reset",
                        "{\"email\":\"a@example.com\",\"code\":\"12345678\",\"password\":\"long enough\"}",
                        false),
                new Write("/api/me/password", "{\"current_password\":\"a guess\",\"password\":\"long enough\"}", false),
                new Write("/api/auth/logout", "{\"refresh_token\":\"AAAA.BBBB\"}", false),
                new Write("/api/events", Show.definition(2, 600).toString(), true),
                new Write(
                        "/api/tickets/reserve",
                        "{\"event_id\":\"%s\",\"section\":\"A\",\"performance_id\":\"p\",\"seat_ids\":[\"A-1-1\"]}"
                                .formatted(show.eventId()),
                        false),
                new Write(
                        "/api/telemetry",
                        "{\"session_id\":\"s\",\"channel\":\"web\",\"device\":\"d\",\"events\":[{\"type\":\"visit\",\"at\":\"2026-11-20T00:00:00Z\",\"event_id\":\"e\"}]}",
                        false));
    }

    /** Bodies that are no JSON object at all. */
    static List<byte[]> whole() {
        return List.of(
                new byte[0],
                new byte[] {0},
                new byte[] {(byte) 0xff, (byte) 0xfe, '{'},
                "null".getBytes(UTF_8),
                "[]".getBytes(UTF_8),
                "7".getBytes(UTF_8),
                "{".getBytes(UTF_8),
                "{not json".getBytes(UTF_8),
                "{\"a\":1}{\"b\":2}".getBytes(UTF_8),
                ("{\"x\":" + "9".repeat(60_000) + "}").getBytes(UTF_8),
                ("{\"x\":" + "[".repeat(30_000)).getBytes(UTF_8),
                ("{\"x\":\"" + "y".repeat(100_000) + "\"}").getBytes(UTF_8));
    }

    /** The body with one value replaced at a time, and with a field that nobody asked for. */
    static List<String> eachFieldSpoilt(String body) {
        List<String> spoilt = new ArrayList<>();
        Matcher matcher = VALUE.matcher(body);
        while (matcher.find()) {
            for (String value : VALUES) {
                spoilt.add(body.substring(0, matcher.start(2)) + value + body.substring(matcher.end(2)));
            }
        }
        for (String value : VALUES) {
            spoilt.add("{\"unasked\":" + value + "," + body.substring(1));
        }
        return spoilt;
    }

    static List<String> paths(Show show) {
        String event = "/api/events/" + show.eventId();
        List<String> paths = new ArrayList<>(List.of(
                "/livez",
                "/readyz",
                "/metrics",
                "/api/me",
                "/api/time",
                "/api/nowhere",
                "/..%2f..%2fetc/passwd",
                event,
                event + "/seats",
                event + "/seats?section=%00",
                event + "/seats?section=%ff&performance_id=%ff",
                event + "/seats?format=xml",
                event + "/seats?performance_id=" + "x".repeat(4_000),
                "/api/events?cursor=%00&q=%ff&from=x&to=99999999999999",
                "/api/events?from=-999999999-01-01T00:00:00Z&to=%2B999999999-12-31T23:59:59Z",
                "/api/events?limit=-1",
                "/api/analytics/funnel?event_id=" + show.eventId() + "&from=-999999999-01-01T00:00:00Z",
                "/api/analytics/funnel?event_id=" + show.eventId() + "&to=%2B999999999-12-31T23:59:59Z&by=device",
                "/api/analytics/funnel?event_id=" + show.eventId() + "&by='%20OR%201=1",
                "/api/analytics/funnel"));
        for (String id : List.of("x", "%00", "%ff", "%2e%2e", "x".repeat(3_000), "'%20OR%201=1", "AAAA.BBBB")) {
            paths.addAll(List.of(
                    "/api/events/" + id,
                    "/api/events/" + id + "/publish",
                    "/api/events/" + id + "/close",
                    "/api/events/" + id + "/seats",
                    "/api/events/" + id + "/seats/stream",
                    "/api/events/" + id + "/live",
                    "/api/tickets/status?reservation_id=" + id,
                    "/api/reservations/" + id,
                    "/api/analytics/funnel?event_id=" + id));
        }
        return paths;
    }
}
