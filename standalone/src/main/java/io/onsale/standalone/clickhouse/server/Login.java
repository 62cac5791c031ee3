package io.onsale.standalone.clickhouse.server;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user and password a request gives: Basic, ClickHouse's own headers, or URL parameters. */
record Login(String user, String password) {

    private static final String BASIC = "basic ";

    static Optional<Login> of(Map<String, String> url, Headers headers) {
        return basic(headers)
                .or(() -> pair(headers.getFirst("X-ClickHouse-User"), headers.getFirst("X-ClickHouse-Key")))
                .or(() -> pair(url.get("user"), url.get("password")));
    }

    private static Optional<Login> basic(Headers headers) {
        String header = headers.getFirst("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String login = new String(decoded, StandardCharsets.UTF_8);
            int colon = login.indexOf(':');
            return colon < 0
                    ? Optional.of(new Login(login, ""))
                    : Optional.of(new Login(login.substring(0, colon), login.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Login> pair(@Nullable String user, @Nullable String password) {
        return user == null ? Optional.empty() : Optional.of(new Login(user, password == null ? "" : password));
    }

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
