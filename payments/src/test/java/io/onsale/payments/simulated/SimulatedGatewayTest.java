package io.onsale.payments.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Money;
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
    private volatile int status = 404;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
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

    @Test
    void onlyTheGatewayItselfRefuses() throws InterruptedException {
        Money money = new Money(1_000, "KRW");
        status = 403;
        body = "{\"code\":\"wrong_status\",\"detail\":\"the payment is VOIDED\"}";
        assertThat(gateway.capture("pay-1", money, "key"))
                .isEqualTo(new Answer.Refused<>("wrong_status", "the payment is VOIDED"));

        body = "<html>forbidden</html>";
        assertThat(gateway.capture("pay-1", money, "key")).isInstanceOf(Answer.Silent.class);
        body = "{\"code\":403}";
        assertThat(gateway.capture("pay-1", money, "key")).isInstanceOf(Answer.Silent.class);
    }
}
