package io.onsale.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** JSON over HTTP with one other company, whose answers are told from its silence. */
public final class JsonHttp implements AutoCloseable {

    /** Equal bodies have equal bytes, in every process: peers compare those of requests that have one idempotency key. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int SERVER_ERRORS = 500;

    /** What came of a request. */
    public sealed interface Outcome {}

    /**
     * The peer has judged the request.
     *
     * @param body a missing node where there was none, or none that can be read
     */
    public record Answer(int status, JsonNode body) implements Outcome {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** What the peer calls its refusal; empty where it names none, as where some server in between has refused. */
        public Optional<String> code() {
            return Optional.ofNullable(body.path("code").textValue()).filter(code -> !code.isBlank());
        }
    }

    /** Nobody knows whether the peer did what it was asked: it was not reached, took too long, or failed. */
    public record Silence(String why) implements Outcome {}

    private final String peer;
    private final URI base;
    private final Map<String, String> headers;
    private final Duration patience;
    private final HttpClient client;

    /**
     * A connection.
     *
     * @param peer its name in metrics
     * @param headers of every request, such as a login
     * @param patience how long an answer may take
     */
    public JsonHttp(String peer, URI base, Map<String, String> headers, Duration patience) {
        this.peer = peer;
        this.base = base;
        this.headers = Map.copyOf(headers);
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    public Outcome get(String path) throws InterruptedException {
        return send(request(path).GET().build());
    }

    /** Posts a value, a record or a map; under an idempotency key, where it has one, it may be posted again. */
    public Outcome post(String path, Object body, Optional<String> idempotencyKey) throws InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(json(body));
        idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(patience);
        headers.forEach(request::header);
        return request;
    }

    private Outcome send(HttpRequest request) throws InterruptedException {
        long begun = System.nanoTime();
        Outcome outcome = outcome(request);
        OutboundMetrics.CALL_SECONDS.labels(peer, word(outcome)).observe((System.nanoTime() - begun) / 1e9);
        return outcome;
    }

    private Outcome outcome(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return response.statusCode() >= SERVER_ERRORS
                    ? new Silence(peer + " failed with status " + response.statusCode())
                    : new Answer(response.statusCode(), tree(response.body()));
        } catch (IOException e) {
            return new Silence(peer + " did not answer: " + e);
        }
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Answer answer -> answer.isSuccess() ? "done" : "refused";
            case Silence silence -> "silence";
        };
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + body.getClass(), e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
