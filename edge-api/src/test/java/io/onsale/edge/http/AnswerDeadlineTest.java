package io.onsale.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AnswerDeadlineTest {
    private final CountDownLatch freed = new CountDownLatch(1);

    @Test
    void whoNeverReadsAnAnswerIsLetGo() throws Exception {
        WebServer server = new WebServer(
                "127.0.0.1",
                0,
                List.of(routes -> routes.get("/api/endless", ctx -> {
                    try {
                        AnswerDeadline.within(
                                Duration.ofMillis(200),
                                ctx,
                                () -> writeForEver(ctx.res().getOutputStream()));
                    } finally {
                        freed.countDown();
                    }
                })));
        int port = server.start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /api/endless HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(freed.await(20, TimeUnit.SECONDS))
                    .as("long before an idle connection is given up")
                    .isTrue();
        } finally {
            server.close();
        }
    }

    private static void writeForEver(OutputStream out) throws IOException {
        byte[] some = new byte[64 * 1024];
        while (true) {
            out.write(some);
        }
    }
}
