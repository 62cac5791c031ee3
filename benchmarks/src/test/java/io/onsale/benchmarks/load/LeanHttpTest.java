package io.onsale.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeanHttpTest {

    private static final String CREATED = "HTTP/1.1 201 Created\r\nContent-Length: 2\r\nX: y\r\n\r\nok";

    private ServerSocket server;
    private final List<String> requestLines = new ArrayList<>();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void sendsOneRequestAfterTheOtherOverOneConnection() throws Exception {
        Thread serving = serve(List.of(List.of(CREATED, CREATED)));
        try (LeanHttp http = new LeanHttp(url())) {
            LeanHttp.Answer first = http.post("/one", "Key: a\r\n", "{}");
            LeanHttp.Answer second = http.post("/two", "", "{}");

            assertThat(first.status()).isEqualTo(201);
            assertThat(second.text()).isEqualTo("ok");
        }
        serving.join();
        assertThat(requestLines).containsExactly("POST /one HTTP/1.1", "POST /two HTTP/1.1");
    }

    @Test
    void aBrokenConnectionFailsOneRequestAndIsReplaced() throws Exception {
        Thread serving =
                serve(List.of(List.of(CREATED), List.of("HTTP/1.1 201 Created\r\nContent-Le"), List.of(CREATED)));
        try (LeanHttp http = new LeanHttp(url())) {
            assertThat(http.post("/one", "", "{}").status()).isEqualTo(201);
            assertThatThrownBy(() -> http.post("/closed", "", "{}")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> http.post("/cut", "", "{}")).isInstanceOf(IOException.class);

            assertThat(http.post("/two", "", "{}").status()).isEqualTo(201);
        }
        serving.join();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** On each connection one after the other: reads a request for each answer, sends it, and closes. */
    private Thread serve(List<List<String>> connections) {
        return Thread.ofVirtual().start(() -> {
            for (List<String> answers : connections) {
                try (Socket socket = server.accept();
                        BufferedReader in =
                                new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
                    for (String answer : answers) {
                        requestLines.add(readRequest(in));
                        socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /** Its first line; the body is always two braces. */
    private static String readRequest(BufferedReader in) throws IOException {
        String first = in.readLine();
        while (!in.readLine().isEmpty()) {
            // Headers do not matter here.
        }
        assertThat(in.read()).isEqualTo('{');
        assertThat(in.read()).isEqualTo('}');
        return first;
    }
}
