package io.onsale.edge.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Why a request was not done, as RFC 9457 tells it.
 *
 * @param code stable, for programs; its type and title follow from it
 * @param detail for people
 * @param extras further members, such as {@code field} or {@code subjects}
 * @param headers headers that the answer carries besides
 */
public record Problem(int status, String code, String detail, Map<String, Object> extras, Map<String, String> headers) {

    /** Problems of this product are named by their code under this prefix. */
    private static final String TYPE_PREFIX = "urn:onsale:problem:";

    public Problem {
        extras = Map.copyOf(extras);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Map.of(), Map.of());
    }

    public Problem with(String member, Object value) {
        return new Problem(status, code, detail, plus(extras, member, value), headers);
    }

    public Problem withHeader(String name, String value) {
        return new Problem(status, code, detail, extras, plus(headers, name, value));
    }

    /** Says when to try again. */
    public Problem retryAfterSeconds(int seconds) {
        return withHeader("Retry-After", Integer.toString(seconds));
    }

    public ProblemException toException() {
        return new ProblemException(this);
    }

    /** The document in the order in which people read it. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE_PREFIX + code);
        document.put("title", title());
        document.put("status", status);
        document.put("detail", detail);
        document.put("code", code);
        document.putAll(extras);
        return document;
    }

    private String title() {
        String words = code.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
        Map<String, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
