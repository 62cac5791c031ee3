package io.onsale.edge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {

    private final WebServer server = new WebServer("127.0.0.1", 0, List.of(routes -> {
        routes.post("/api/echo", ctx -> {
            Fields body = Bodies.object(ctx);
            Json.answer(ctx, 201, Map.of("names", body.texts("names", 1, 3, 5)));
        });
        routes.get("/api/things/{id}", ctx -> Json.answer(ctx, 200, Map.of("id", Params.id(ctx, "id"))));
        routes.get("/api/broken", ctx -> {
            throw new IllegalStateException("a fault of ours");
        });
        routes.get("/api/asks", ctx -> ctx.result(Params.required(ctx, "q", 10)));
    }));
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @BeforeAll
    void start() {
        port = server.start();
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void answersAnUnknownRouteWithAProblem() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/nowhere", "");
        assertProblem(answer, 404, "not_found");
        assertThat(answer.body()).contains("\"title\":\"Not found\"", "\"type\":\"urn:onsale:problem:not_found\"");
    }

    @Test
    void answersAKnownPathWithAnotherMethodByNamingTheMethodsItKnows() throws Exception {
        HttpResponse<String> answer = send("DELETE", "/api/echo", "");
        assertProblem(answer, 405, "method_not_allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void namesTheFieldThatHasTheWrongType() throws Exception {
        assertThat(assertProblem(send("POST", "/api/echo", "{\"names\":7}"), 400, "invalid_field")
                        .body())
                .contains("\"field\":\"names\"");
        assertThat(assertProblem(send("POST", "/api/echo", "{\"names\":[\"a\",7]}"), 400, "invalid_field")
                        .body())
                .contains("\"field\":\"names[1]\"");
    }

    @Test
    void refusesAHugeBodySoThatItsSenderCanReadWhy() throws Exception {
        String huge = "{\"x\":\"" + "a".repeat(200_000) + "\"}";
        assertProblem(send("POST", "/api/echo", huge), 413, "body_too_large");
        assertProblem(send("POST", "/api/nowhere", huge), 413, "body_too_large");
    }

    @Test
    void refusesAHugeBodyThatDoesNotSayItsSize() throws Exception {
        StringBuilder request = new StringBuilder(head("POST", "/api/echo") + "Transfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 200; i++) {
            request.append("400\r\n").append("a".repeat(1024)).append("\r\n");
        }
        assertThat(raw(request + "0\r\n\r\n")).startsWith("HTTP/1.1 413").contains("body_too_large");
    }

    @Test
    void acceptsTheLargestBodyThereMayBe() throws Exception {
        String body = "{\"names\":[\"a\"],\"x\":\"";
        assertThat(send("POST", "/api/echo", body + "a".repeat(64 * 1024 - body.length() - 2) + "\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesABodyOfAnotherType() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/echo"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertProblem(client.send(request, BodyHandlers.ofString()), 415, "unsupported_media_type");
    }

    @Test
    void answersAFaultOfOursWithoutTellingAboutIt() throws Exception {
        HttpResponse<String> answer = assertProblem(send("GET", "/api/broken", ""), 500, "internal");
        assertThat(answer.body()).doesNotContain("a fault of ours", "Exception");
    }

    @Test
    void refusesWhatIsNotHttpAtAllAsAProblem() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (String request : List.of(
                "GET /api/things/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/things/%c0%ae HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET //api//things HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/things/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/asks?q=%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/asks?q=%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/asks HTTP/1.1\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/asks HTTP/1.1\r\n\r\n",
                "BREW /api/asks HTTP/1.1\r\nHost: a\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
                "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /api/echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n")) {
            String answer = raw(request);
            softly.assertThat(answer).as(request).startsWith("HTTP/1.1 4").doesNotContain("<html", "Jetty");
            softly.assertThat(answer).as(request).contains("application/problem+json");
        }
        softly.assertAll();
    }

    @Test
    void marksEveryAnswerAsNeitherSniffableNorCacheable() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/things/a", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsKey("x-request-id")
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cache-control", List.of("no-store"))
                .doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void followsTheTraceOfItsClient() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/api/things/a"))
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).headers().firstValue("x-request-id"))
                .hasValue("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void countsByRouteAndNeverByPath() throws Exception {
        send("GET", "/api/things/one", "");
        send("GET", "/api/things/two", "");
        assertThat(CollectorRegistry.defaultRegistry.getSampleValue(
                        "onsale_http_requests_total",
                        new String[] {"route", "method", "status"},
                        new String[] {"/api/things/{id}", "GET", "2xx"}))
                .isGreaterThanOrEqualTo(2);
    }

    private HttpResponse<String> assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"code\":\"" + code + "\"");
        return answer;
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    }

    /** Sends exactly these characters and returns all that comes back until the server closes or falls silent. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(2_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(ISO_8859_1));
            out.flush();
            byte[] answer = new byte[16_384];
            int length = Math.max(0, socket.getInputStream().read(answer));
            return new String(answer, 0, length, UTF_8);
        }
    }
}
