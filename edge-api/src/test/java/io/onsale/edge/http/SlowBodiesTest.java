package io.onsale.edge.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever sends a body has a time for all of it, however lively it drips. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowBodiesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final int PACE_MILLIS = 30;
    private static final String POST = "POST /api/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String BODY = "{\"names\":[\"a\"]}";

    private final WebServer server = new WebServer("127.0.0.1", 0, DEADLINE, List.of(routes -> {
        routes.post(
                "/api/echo",
                ctx -> Json.answer(ctx, 201, Map.of("names", Bodies.object(ctx).texts("names", 1, 3, 5))));
    }));
    private int port;

    @BeforeAll
    void start() {
        port = server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void areRefusedWhereTheyDrip() throws Exception {
        assertTooSlow(drip(POST + "Content-Length: 5000\r\n\r\n", "a"));
    }

    @Test
    void areRefusedWhereTheyDripInChunks() throws Exception {
        assertTooSlow(drip(POST + "Transfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"));
    }

    @Test
    void areRefusedWhereTheyNeverCome() throws Exception {
        assertTooSlow(drip(POST + "Content-Length: 5000\r\n\r\n", ""));
    }

    @Test
    void areTakenWhereTheyArePatchyButInTime() throws Exception {
        try (Socket socket = connect(POST + "Connection: close\r\nContent-Length: " + BODY.length() + "\r\n\r\n")) {
            for (String piece : List.of(BODY.substring(0, 5), BODY.substring(5, 6), BODY.substring(6))) {
                assertThat(heard(socket)).isEmpty();
                socket.getOutputStream().write(piece.getBytes(US_ASCII));
            }
            socket.setSoTimeout(10_000);
            assertThat(heard(socket)).startsWith("HTTP/1.1 201");
        }
    }

    private static void assertTooSlow(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .contains("\r\nConnection: close\r\n", "application/problem+json", "\"code\":\"body_too_slow\"");
    }

    /** What comes back while the same piece is sent again and again. */
    private String drip(String head, String piece) throws IOException {
        long from = System.nanoTime();
        String answer = "";
        try (Socket socket = connect(head)) {
            while (answer.isEmpty()) {
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(20));
                socket.getOutputStream().write(piece.getBytes(US_ASCII));
                answer = heard(socket);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(DEADLINE.dividedBy(2));
        return answer;
    }

    private Socket connect(String head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PACE_MILLIS);
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        return socket;
    }

    /** What is said by now, once something is. */
    private static String heard(Socket socket) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
        } catch (SocketTimeoutException quiet) {
            // It has no more to say at the moment.
        }
        return heard.toString(UTF_8);
    }
}
