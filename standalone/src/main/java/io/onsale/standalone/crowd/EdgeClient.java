package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Sends requests to the edges over connections that are kept. */
final class EdgeClient implements AutoCloseable {

    static final String VERSION = "X-Onsale-Version";

    private static final String EVENT = "event:";
    private static final String DATA = "data:";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final List<URI> edges;
    private final Duration timeout;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /**
     * A client of these edges.
     *
     * @param timeout after which an answer is not waited for any longer
     */
    EdgeClient(List<URI> edges, Duration timeout) {
        this.edges = edges;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .executor(threads)
                .build();
    }

    /** Sends to the edge whose turn it is. */
    EdgeAnswer send(Call call, int turn) {
        URI edge = edges.get(Math.floorMod(turn, edges.size()));
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> response = client.send(request(call, edge), BodyHandlers.ofByteArray());
            String version = response.headers().firstValue(VERSION).orElse("");
            return new EdgeAnswer(response.statusCode(), json(response.body()), version, since(begun));
        } catch (IOException e) {
            return EdgeAnswer.none(since(begun));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EdgeAnswer.none(since(begun));
        }
    }

    /** Listens to what a stream tells of a status until one is enough or the stream ends; answers with the last. */
    EdgeAnswer follow(Call call, int turn, Predicate<JsonNode> enough) {
        URI edge = edges.get(Math.floorMod(turn, edges.size()));
        long begun = System.nanoTime();
        JsonNode last = MissingNode.getInstance();
        int status = 0;
        try {
            HttpResponse<InputStream> response = client.send(request(call, edge), BodyHandlers.ofInputStream());
            status = response.statusCode();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                String event = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(EVENT)) {
                        event = line.substring(EVENT.length()).strip();
                    } else if (line.startsWith(DATA) && event.equals("status")) {
                        last = JSON.readTree(line.substring(DATA.length()));
                    }
                    if (enough.test(last)) {
                        break;
                    }
                }
            }
        } catch (IOException e) {
            // A stream that breaks off has told what it has told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new EdgeAnswer(status, last, "", since(begun));
    }

    private HttpRequest request(Call call, URI edge) {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.resolve(call.path()))
                .timeout(timeout)
                .method(
                        call.method(),
                        call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::header);
        return request.build();
    }

    /** A body that is no JSON counts as none: a proxy's error page is not the edge's answer. */
    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
