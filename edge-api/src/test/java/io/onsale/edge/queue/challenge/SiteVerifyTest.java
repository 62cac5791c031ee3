package io.onsale.edge.queue.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.onsale.edge.queue.challenge.ChallengeProvider.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteVerifyTest {
    private final List<String> forms = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private volatile int status = 200;
    private volatile String answer = "{\"success\":true}";

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/siteverify", exchange -> {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private SiteVerify client() {
        int port = service.getAddress().getPort();
        return new SiteVerify(URI.create("http://127.0.0.1:" + port + "/siteverify"), "site", "s3cret&more");
    }

    @Test
    void asksWithAForm() {
        assertThat(client().verify("a b", "192.0.2.1")).isEqualTo(Verdict.RIGHT);
        assertThat(forms).containsExactly("secret=s3cret%26more&response=a+b&remoteip=192.0.2.1");
    }

    @Test
    void believesNothingButSuccess() {
        for (String body : List.of("{\"success\":false}", "{}", "[]")) {
            answer = body;
            assertThat(client().verify("a", "192.0.2.1")).as(body).isEqualTo(Verdict.WRONG);
        }
    }

    @Test
    void saysThatTheServiceIsAway() {
        status = 500;
        assertThat(client().verify("a", "192.0.2.1")).isEqualTo(Verdict.AWAY);
        status = 200;
        answer = "<html>";
        assertThat(client().verify("a", "192.0.2.1")).isEqualTo(Verdict.AWAY);
        service.stop(0);
        assertThat(client().verify("a", "192.0.2.1")).isEqualTo(Verdict.AWAY);
    }
}
