package io.onsale.analytics.clickhouse;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where ClickHouse is and who is asking.
 *
 * @param address of the HTTP interface, without a path
 * @param database what unqualified names mean
 * @param timeout how long one request may take
 */
public record ClickHouseSettings(URI address, String database, String user, String password, Duration timeout) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:jdbc:(?:clickhouse|ch):)?(?:(https?):)?//([^/?#@]+)(?:/([\\w]*))?(?:\\?.*)?", Pattern.CASE_INSENSITIVE);
    private static final String DATABASE = "onsale";

    /** Settings for an address such as {@code http://127.0.0.1:8123} or {@code jdbc:clickhouse://127.0.0.1:8123/onsale}. */
    public static ClickHouseSettings of(String url, String user, String password) {
        Matcher parts = ADDRESS.matcher(url.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a ClickHouse address looks like http://host:8123 or jdbc:clickhouse://host:8123/onsale");
        }
        String scheme = parts.group(1) == null ? "http" : parts.group(1);
        String database = parts.group(3) == null || parts.group(3).isEmpty() ? DATABASE : parts.group(3);
        URI address = URI.create(scheme + "://" + parts.group(2));
        return new ClickHouseSettings(address, database, user, password, Duration.ofSeconds(30));
    }

    public ClickHouseSettings withDatabase(String other) {
        return new ClickHouseSettings(address, other, user, password, timeout);
    }

    public ClickHouseSettings withTimeout(Duration other) {
        return new ClickHouseSettings(address, database, user, password, other);
    }

    @Override
    public String toString() {
        return "ClickHouseSettings[" + address + "/" + database + " as " + user + "]";
    }
}
