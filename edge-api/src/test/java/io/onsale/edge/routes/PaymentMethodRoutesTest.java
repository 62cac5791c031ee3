package io.onsale.edge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.edge.http.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentMethodRoutesTest {

    @Test
    void offersTestCardsWhereTheGatewayIsSimulatedAndNowhereElse() throws Exception {
        assertThat(methods(true).path("test_cards"))
                .extracting(JsonNode::asText)
                .contains("test-approve", "test-3ds");
        JsonNode real = methods(false);
        assertThat(real.path("test_cards")).isEmpty();
        assertThat(real.path("methods")).extracting(JsonNode::asText).containsExactly("card", "bank_transfer");
    }

    private static JsonNode methods(boolean testCards) throws Exception {
        WebServer server = new WebServer("127.0.0.1", 0, List.of(new PaymentMethodRoutes(testCards)));
        try (server;
                HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.start() + "/api/payments/methods");
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
