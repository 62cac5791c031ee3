package io.onsale.standalone.clickhouse.server;

import com.sun.net.httpserver.Headers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a request asks for besides its body. */
record QueryRequest(
        String query,
        String queryId,
        String database,
        String format,
        Map<String, String> settings,
        Map<String, String> parameters,
        RequestCoding requestCoding,
        ResponseCoding responseCoding) {

    private static final String PARAMETER_PREFIX = "param_";
    private static final Pattern FORMAT = Pattern.compile("\\w{1,64}");
    private static final Pattern QUERY_ID = Pattern.compile("[\\w-]{1,64}");

    static QueryRequest of(Map<String, String> url, Headers headers, Role role) throws EngineException {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : url.entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(PARAMETER_PREFIX)) {
                parameters.put(name.substring(PARAMETER_PREFIX.length()), entry.getValue());
            } else if (!UrlSettings.isParameter(name)) {
                UrlSettings.check(name, entry.getValue(), role);
                settings.put(name, entry.getValue());
            }
        }
        return new QueryRequest(
                url.getOrDefault("query", ""),
                either(url, "query_id", headers, "X-ClickHouse-Query-Id")
                        .filter(QUERY_ID.asMatchPredicate())
                        .orElseGet(() -> UUID.randomUUID().toString()),
                either(url, "database", headers, "X-ClickHouse-Database").orElse("default"),
                format(either(url, "default_format", headers, "X-ClickHouse-Format")),
                settings,
                parameters,
                RequestCoding.of(url, headers),
                ResponseCoding.of(url, headers));
    }

    private static String format(Optional<String> requested) throws EngineException {
        String format = requested.orElse("TabSeparated");
        if (!FORMAT.matcher(format).matches()) {
            throw EngineException.of(ErrorCode.BAD_ARGUMENTS, "A format's name is a word");
        }
        return format;
    }

    private static Optional<String> either(Map<String, String> url, String parameter, Headers headers, String header) {
        return Optional.ofNullable(url.get(parameter))
                .or(() -> Optional.ofNullable(headers.getFirst(header)))
                .filter(value -> !value.isEmpty());
    }
}
