package io.onsale.standalone.clickhouse.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A URL's query taken apart. */
final class UrlParameters {

    private UrlParameters() {}

    static Map<String, String> parse(@Nullable String rawQuery) throws EngineException {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (rawQuery == null || rawQuery.isEmpty()) {
            return parameters;
        }
        int from = 0;
        while (from <= rawQuery.length()) {
            int end = rawQuery.indexOf('&', from);
            String pair = rawQuery.substring(from, end < 0 ? rawQuery.length() : end);
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
            from = end < 0 ? rawQuery.length() + 1 : end + 1;
        }
        return parameters;
    }

    private static String decode(String text) throws EngineException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw EngineException.of(ErrorCode.BAD_ARGUMENTS, "A URL parameter is not percent-encoded");
        }
    }
}
