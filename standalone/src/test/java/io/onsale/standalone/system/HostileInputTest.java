package io.onsale.standalone.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever is thrown at an edge, it answers with a refusal, says nothing of its insides, and goes on. */
@OnSharedSystem
class HostileInputTest {

    private static final int AT_ONCE = 16;

    private record Request(String method, String path, byte[] body, Map<String, String> headers) {

        @Override
        public String toString() {
            String shown = new String(body, UTF_8);
            return method + " " + path + " " + headers.keySet() + " "
                    + shown.substring(0, Math.min(200, shown.length()));
        }
    }

    private final WholeSystem system;

    HostileInputTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void isRefusedAsTheWholeBody() throws Exception {
        List<Request> requests = new ArrayList<>();
        for (HostileBodies.Write write : HostileBodies.writes(system.show(2))) {
            for (Map<String, String> headers : callers()) {
                for (byte[] body : HostileBodies.whole()) {
                    requests.add(new Request("POST", write.path(), body, headers));
                }
            }
        }
        assertAllRefused(requests, 400, 499);
    }

    @Test
    void isRefusedOrPassedOverInEachField() throws Exception {
        List<Request> requests = new ArrayList<>();
        Person fan = system.fan();
        for (HostileBodies.Write write : HostileBodies.writes(system.show(2))) {
            for (String body : HostileBodies.eachFieldSpoilt(write.body())) {
                Person who = write.byOrganizers() ? system.organizer : fan;
                requests.add(new Request("POST", write.path(), body.getBytes(UTF_8), headers(who.token())));
            }
        }
        assertAllRefused(requests, 200, 499);
    }

    @Test
    void isRefusedOrPassedOverInPathsQueriesAndHeaders() throws Exception {
        List<Request> requests = new ArrayList<>();
        byte[] nothing = {};
        for (String path : HostileBodies.paths(system.show(2))) {
            for (Map<String, String> headers : callers()) {
                for (String method : List.of("GET", "POST", "DELETE", "PUT", "OPTIONS", "HEAD")) {
                    requests.add(new Request(method, path, nothing, headers));
                }
            }
        }
        for (String hostile : List.of("x", "-1", "9".repeat(300), "\u00ff", "%00", "i:a:1,i:b:2")) {
            Map<String, String> headers = Map.of(
                    "X-Onsale-Version",
                    hostile,
                    "If-None-Match",
                    hostile,
                    "Last-Event-ID",
                    hostile,
                    "traceparent",
                    hostile);
            requests.add(new Request("GET", "/api/events", nothing, headers));
        }
        assertAllRefused(requests, 200, 499);
    }

    private List<Map<String, String>> callers() {
        return List.of(
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                headers("garbage"),
                headers("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwicm9sZSI6Ik9QRVJBVE9SIn0."),
                headers(system.fan().token()),
                headers(system.organizer.token()));
    }

    private static Map<String, String> headers(String token) {
        return Map.of(
                "Authorization",
                "Bearer " + token,
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private void assertAllRefused(List<Request> requests, int from, int to) throws Exception {
        List<List<String>> wrong = Together.run(AT_ONCE, thread -> {
            List<String> found = new ArrayList<>();
            for (int i = thread; i < requests.size(); i += AT_ONCE) {
                HttpResponse<String> answer = send(system.edge(i), requests.get(i));
                if (answer.statusCode() < from || answer.statusCode() > to || tellsOfItsInsides(answer.body())) {
                    found.add(requests.get(i) + " -> " + answer.statusCode() + " " + answer.body());
                }
            }
            return found;
        });

        assertThat(wrong.stream().flatMap(List::stream)).isEmpty();
        assertThat(requests).hasSizeGreaterThan(100);
    }

    private static boolean tellsOfItsInsides(String body) {
        return body.contains("Exception") || body.contains("\tat ") || body.contains("io.onsale");
    }

    private static HttpResponse<String> send(EdgeApi edge, Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(edge.at(request.path()))
                .timeout(Duration.ofSeconds(20))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        try {
            return EdgeApi.HTTP.send(builder.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
