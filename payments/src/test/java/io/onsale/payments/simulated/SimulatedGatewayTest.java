package io.onsale.payments.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.onsale.payments.gateway.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedGatewayTest {

    private HttpServer server;
    private SimulatedGateway gateway;
    private volatile String body = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        gateway = new SimulatedGateway(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "login");
    }

    @AfterEach
    void close() {
        gateway.close();
        server.stop(0);
    }

    @Test
    void onlyTheGatewayItselfSaysThatThereIsNoSuchPayment() throws InterruptedException {
        body = "{\"code\":\"not_found\",\"detail\":\"there is no such thing\"}";
        assertThat(gateway.read("pay-1")).isEqualTo(new Answer.Given<>(Optional.empty()));

        body = "<html>no such page</html>";
        assertThat(gateway.read("pay-1")).isInstanceOf(Answer.Silent.class);
        assertThat(gateway.readByReference("event/order")).isInstanceOf(Answer.Silent.class);
    }
}
