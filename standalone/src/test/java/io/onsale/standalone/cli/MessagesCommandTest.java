package io.onsale.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.onsale.standalone.Endpoints;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesCommandTest {

    @Test
    void saysInOneLineThatNothingWasSentToAContact(@TempDir Path data) throws IOException {
        StringWriter err = new StringWriter();
        HttpServer provider = providerOfNothing();
        try {
            String url = "http://127.0.0.1:" + provider.getAddress().getPort();
            Endpoints.Login login = new Endpoints.Login("", "");
            new Endpoints(
                            "",
                            "",
                            "",
                            new Endpoints.ClickHouse("", login, login),
                            new Endpoints.Gateway(url, "login"),
                            ProcessHandle.current().pid())
                    .noteIn(data);

            int exit = Onsale.commands()
                    .setErr(new PrintWriter(err))
                    .execute("messages", "--data", data.toString(), "nobody@example.com");

            assertThat(exit).isZero();
            assertThat(err.toString())
                    .startsWith("nothing was sent to nobody@example.com;")
                    .hasLineCount(1);
        } finally {
            provider.stop(0);
        }
    }

    private static HttpServer providerOfNothing() throws IOException {
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            byte[] answer = "{\"messages\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        provider.start();
        return provider;
    }
}
