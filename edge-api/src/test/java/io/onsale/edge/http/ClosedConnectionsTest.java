package io.onsale.edge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clients keep connections; one that is closed without a word costs them their next request. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedConnectionsTest {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)");
    private static final String POST = "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final List<String> REQUESTS = List.of(
            "GET /api/things HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/things/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/things/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET //api//things HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/asks?q=%ff HTTP/1.1\r\nHost: a\r\n\r\n",
            "HEAD /api/nowhere HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/asks HTTP/1.1\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/asks HTTP/1.1\r\n\r\n",
            "GET /api/asks HTTP/1.1\r\nHost: a\r\nX\u0000: a\r\n\r\n",
            "GET /api/asks HTTP/1.1\r\nHost: a\r\nX: \u0001\r\n\r\n",
            "BREW /api/asks HTTP/1.1\r\nHost: a\r\n\r\n",
            "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /api/asks HTTP/3.7\r\nHost: a\r\n\r\n",
            "GET /api/asks HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n",
            POST + "Content-Length: 2\r\n\r\n{}",
            POST + "Content-Length: 7\r\n\r\n{\"a\":1,",
            POST + "Content-Length: -5\r\n\r\n",
            POST + "Content-Length: 99999999999999999999999\r\n\r\n",
            POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            POST + "Content-Length: 65537\r\n\r\n" + "a".repeat(65_537),
            POST + "Content-Length: 300000\r\n\r\n" + "a".repeat(300_000),
            POST.replace("/api/echo", "/api/nowhere") + "Content-Length: 300000\r\n\r\n" + "a".repeat(300_000),
            POST.replace("/api/echo", "/api/%00") + "Content-Length: 300000\r\n\r\n" + "a".repeat(300_000),
            POST.replace("/api/echo", "/api/%00") + "Content-Length: 2\r\n\r\n{}",
            POST + "Expect: 100-continue\r\nContent-Length: 65537\r\n\r\n",
            POST + "Content-Length: 99999999\r\n\r\n" + "a".repeat(5_000),
            CHUNKED + ("400\r\n" + "a".repeat(1024) + "\r\n").repeat(200) + "0\r\n\r\n",
            CHUNKED + ("400\r\n" + "a".repeat(1024) + "\r\n").repeat(1_025),
            CHUNKED + "zz\r\n\r\n",
            CHUNKED + "2\r\n{}\r\n0\r\n\r\n",
            CHUNKED + "2\r\n{}zz\r\n0\r\n\r\n",
            "\u0000\u0001\u0002\r\n\r\n");

    private final WebServer server = new WebServer("127.0.0.1", 0, List.of(routes -> {
        routes.post(
                "/api/echo",
                ctx -> Json.answer(ctx, 201, Map.of("names", Bodies.object(ctx).texts("names", 1, 3, 5))));
        routes.get("/api/things/{id}", ctx -> Json.answer(ctx, 200, Map.of("id", Params.id(ctx, "id"))));
        routes.get("/api/asks", ctx -> ctx.result(Params.required(ctx, "q", 10)));
    }));
    private int port;

    private record Heard(String text, boolean closed) {

        boolean saysClose() {
            return text.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
        }
    }

    @BeforeAll
    void start() {
        port = server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void areAnnounced() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (String request : REQUESTS) {
            Heard heard = hear(request);
            String shown = request.substring(0, Math.min(120, request.length())) + " -> " + heard;
            softly.assertThat(heard.text).as(shown).startsWith("HTTP/1.1 ");
            softly.assertThat(heard.saysClose()).as(shown).isEqualTo(heard.closed);
        }
        softly.assertAll();
    }

    @Test
    void doNotFollowABodyThatIsTooLargeButWasRead() throws Exception {
        Heard heard = hear(POST + "Content-Length: 300000\r\n\r\n" + "a".repeat(300_000));
        assertThat(heard.text).startsWith("HTTP/1.1 413");
        assertThat(heard.closed).isFalse();
    }

    @Test
    void followAHugeBodyBeforeItComes() throws Exception {
        for (String asked : List.of("", "Expect: 100-continue\r\n")) {
            assertThat(hear(POST + asked + "Content-Length: 99999999\r\n\r\n").text)
                    .startsWith("HTTP/1.1 413")
                    .contains("body_too_large");
        }
    }

    /** What a request is answered, and whether its connection is of no use afterwards. */
    private Heard hear(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            String answer = answer(in, request.startsWith("HEAD"));
            return new Heard(answer, !answersAnother(socket, in));
        }
    }

    private static boolean answersAnother(Socket socket, InputStream in) throws IOException {
        try {
            socket.getOutputStream().write("GET /api/things/a HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
            return answer(in, false).startsWith("HTTP/1.1 200");
        } catch (SocketException closed) {
            return false;
        }
    }

    private static String answer(InputStream in, boolean withoutBody) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.write(next);
            String head = read.toString(UTF_8);
            if (head.endsWith("\r\n\r\n")) {
                read.write(in.readNBytes(withoutBody ? 0 : length(head)));
                break;
            }
        }
        return read.toString(UTF_8);
    }

    private static int length(String head) {
        Matcher length = LENGTH.matcher(head);
        assertThat(length.find()).as(head).isTrue();
        return Integer.parseInt(length.group(1));
    }
}
