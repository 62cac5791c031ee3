package io.onsale.payments.toss;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server whose answers have the documented shape; it gives those it was told, in turn, and notes what it was asked. */
final class TossShaped implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    /** A request as it came. */
    record Asked(String what, String authorization, String idempotencyKey, String body) {}

    private record Given(int status, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<Given> answers = new ArrayDeque<>();
    private final HttpServer server;

    TossShaped() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next answer. */
    TossShaped answering(int status, String body) {
        answers.add(new Given(status, body));
        return this;
    }

    TossShaped answering(ObjectNode payment) {
        return answering(200, payment.toString());
    }

    TossShaped refusing(int status, String code) {
        return answering(
                status,
                JSON.createObjectNode()
                        .put("code", code)
                        .put("message", "a message")
                        .toString());
    }

    /** A card payment. */
    static ObjectNode payment(String orderId, String status) {
        ObjectNode payment = JSON.createObjectNode()
                .put("mId", "tosspayments")
                .put("version", "2022-11-16")
                .put("paymentKey", "key-1")
                .put("orderId", orderId)
                .put("orderName", "two tickets")
                .put("currency", "KRW")
                .put("method", "카드")
                .put("status", status)
                .put("requestedAt", "2026-01-01T11:31:29+09:00")
                .put("approvedAt", "2026-01-01T11:31:51+09:00")
                .put("totalAmount", 50_000)
                .put("balanceAmount", 50_000);
        payment.putObject("card").put("number", "12341234****123*").put("installmentPlanMonths", 0);
        payment.putNull("virtualAccount");
        payment.putNull("cancels");
        payment.putNull("failure");
        return payment;
    }

    /** That payment with some of it given back. */
    static ObjectNode cancelled(ObjectNode payment, String reason, long amount) {
        ObjectNode copy = payment.deepCopy().put("status", amount == 50_000 ? "CANCELED" : "PARTIAL_CANCELED");
        copy.putArray("cancels")
                .addObject()
                .put("cancelReason", reason)
                .put("cancelAmount", amount)
                .put("canceledAt", "2026-01-01T11:32:04+09:00")
                .put("transactionKey", "transaction-1")
                .put("cancelStatus", "DONE");
        return copy;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        Given given = answers.remove();
        byte[] body = given.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(given.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
