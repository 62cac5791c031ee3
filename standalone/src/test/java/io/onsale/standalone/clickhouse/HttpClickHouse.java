package io.onsale.standalone.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A plain HTTP client of the engine, such as curl would be. */
final class HttpClickHouse implements AutoCloseable {

    private final ClickHouseEngine engine;
    private final HttpClient http = HttpClient.newHttpClient();

    HttpClickHouse(ClickHouseEngine engine) {
        this.engine = engine;
    }

    ClickHouseEngine engine() {
        return engine;
    }

    /** What a statement answers; the test fails where it is refused. */
    String ask(String sql) throws IOException, InterruptedException {
        HttpResponse<String> answer = write(sql, Map.of());
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.body().stripTrailing();
    }

    /** The same without waiting for it. */
    CompletableFuture<String> askLater(String sql) {
        HttpRequest request = request(Map.of())
                .header("Authorization", basic(engine.writer()))
                .POST(BodyPublishers.ofString(sql))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    HttpResponse<String> write(String body, Map<String, String> parameters) throws IOException, InterruptedException {
        return post(engine.writer(), body.getBytes(StandardCharsets.UTF_8), parameters);
    }

    HttpResponse<String> read(String sql) throws IOException, InterruptedException {
        return read(sql, Map.of());
    }

    HttpResponse<String> read(String sql, Map<String, String> parameters) throws IOException, InterruptedException {
        return post(engine.reader(), sql.getBytes(StandardCharsets.UTF_8), parameters);
    }

    HttpResponse<String> post(Credentials user, byte[] body, Map<String, String> parameters)
            throws IOException, InterruptedException {
        return send(request(parameters).header("Authorization", basic(user)).POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<InputStream> stream(Credentials user, String sql, Map<String, String> parameters)
            throws IOException, InterruptedException {
        HttpRequest request = request(parameters)
                .header("Authorization", basic(user))
                .POST(BodyPublishers.ofString(sql))
                .build();
        return http.send(request, BodyHandlers.ofInputStream());
    }

    HttpRequest.Builder request(Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(engine.url() + "/?" + query));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    static String basic(Credentials user) {
        String login = user.user() + ":" + user.password();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    static String code(HttpResponse<?> answer) {
        return answer.headers().firstValue("X-ClickHouse-Exception-Code").orElse("none");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
