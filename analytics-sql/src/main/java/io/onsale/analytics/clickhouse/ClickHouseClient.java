package io.onsale.analytics.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A client of ClickHouse's HTTP interface, one statement a request; may be shared by threads. */
public final class ClickHouseClient implements AutoCloseable {
    private static final int OK = 200;

    private final HttpClient http;
    private final ClickHouseSettings settings;
    private final String authorization;

    public ClickHouseClient(ClickHouseSettings settings) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build(),
                settings);
    }

    private ClickHouseClient(HttpClient http, ClickHouseSettings settings) {
        this.http = http;
        this.settings = settings;
        String login = settings.user() + ":" + settings.password();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    /** The same client with another database behind unqualified names; closing either closes both. */
    public ClickHouseClient inDatabase(String database) {
        return new ClickHouseClient(http, settings.withDatabase(database));
    }

    /** Does what a statement says and forgets the answer. */
    public void execute(String sql) {
        query(sql, Map.of(), "Null");
    }

    /** The answer as tab-separated text, without the last line's end. */
    public String query(String sql) {
        return query(sql, Map.of(), "TabSeparated").stripTrailing();
    }

    /**
     * The whole answer as text.
     *
     * @param parameters values for {@code {name:Type}} in the statement, as ClickHouse writes such values
     * @param format what the answer is written in where the statement has no FORMAT of its own
     */
    public String query(String sql, Map<String, String> parameters, String format) {
        try (InputStream answer = ask(sql, parameters, format)) {
            return new String(answer.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw cut(e);
        }
    }

    /** Sends the answer on as it comes, whatever its size. */
    public void query(String sql, Map<String, String> parameters, String format, OutputStream target)
            throws IOException {
        try (InputStream answer = ask(sql, parameters, format)) {
            answer.transferTo(target);
        }
    }

    /**
     * Sends rows.
     *
     * @param statement {@code INSERT INTO … FORMAT …}
     * @param rows in that format, in the first {@code length} bytes
     */
    public void insert(String statement, byte[] rows, int length) {
        Map<String, String> arguments = arguments();
        arguments.put("query", statement);
        try (InputStream answer = send(arguments, BodyPublishers.ofByteArray(rows, 0, length))) {
            answer.readAllBytes();
        } catch (IOException e) {
            throw cut(e);
        }
    }

    private InputStream ask(String sql, Map<String, String> parameters, String format) {
        Map<String, String> arguments = arguments();
        arguments.put("default_format", format);
        parameters.forEach((name, value) -> arguments.put("param_" + name, escaped(value)));
        return send(arguments, BodyPublishers.ofString(sql));
    }

    private InputStream send(Map<String, String> arguments, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(address(arguments))
                .header("Authorization", authorization)
                .timeout(settings.timeout())
                .POST(body)
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            return answer.statusCode() == OK ? answer.body() : fail(answer);
        } catch (IOException e) {
            throw new ClickHouseUnavailableException("ClickHouse does not answer at " + settings.address(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClickHouseUnavailableException("interrupted while waiting for ClickHouse", e);
        }
    }

    private static InputStream fail(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            throw Failures.of(answer.statusCode(), answer.headers(), new String(body.readAllBytes(), UTF_8));
        }
    }

    private static ClickHouseUnavailableException cut(IOException cause) {
        return new ClickHouseUnavailableException("ClickHouse's answer was cut short", cause);
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new TreeMap<>();
        arguments.put("database", settings.database());
        // Without it an answer may begin before its statement has failed.
        arguments.put("wait_end_of_query", "1");
        return arguments;
    }

    private URI address(Map<String, String> arguments) {
        StringBuilder address = new StringBuilder(settings.address().toString()).append("/?");
        arguments.forEach((name, value) -> address.append(URLEncoder.encode(name, UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, UTF_8))
                .append('&'));
        return URI.create(address.substring(0, address.length() - 1));
    }

    /** ClickHouse reads parameters as it reads a field of tab-separated text. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
