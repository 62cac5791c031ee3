package io.onsale.edge.reads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Asks ClickHouse over HTTP, as a user who may only read; few questions at a time, because fans come first. */
public final class ClickHouseReader implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 8;
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final URI url;
    private final String user;
    private final String password;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** A reader of the server at an address such as {@code http://127.0.0.1:8123}. */
    public ClickHouseReader(URI url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The rows of a query whose parameters, as in {@code {name:Type}}, have these values. */
    List<JsonNode> rows(String sql, Map<String, String> parameters) throws AnalyticsAwayException {
        if (!places.tryAcquire()) {
            throw new AnalyticsAwayException("too many questions at once");
        }
        try {
            HttpResponse<String> response = http.send(request(sql, parameters), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AnalyticsAwayException("ClickHouse answered with HTTP " + response.statusCode());
            }
            List<JsonNode> rows = new ArrayList<>();
            JSON.readTree(response.body()).path("data").forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new AnalyticsAwayException("ClickHouse does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnalyticsAwayException("interrupted", e);
        } finally {
            places.release();
        }
    }

    private HttpRequest request(String sql, Map<String, String> parameters) {
        StringBuilder query = new StringBuilder("/?default_format=JSON");
        parameters.forEach((name, value) -> query.append("&param_")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return HttpRequest.newBuilder(url.resolve(query.toString()))
                .timeout(ANSWER)
                .header("X-ClickHouse-User", user)
                .header("X-ClickHouse-Key", password)
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
