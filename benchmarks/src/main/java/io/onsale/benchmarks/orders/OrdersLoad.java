package io.onsale.benchmarks.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onsale.benchmarks.BenchSystem;
import io.onsale.benchmarks.load.Burst;
import io.onsale.benchmarks.load.LeanHttp;
import io.onsale.benchmarks.load.Organizer;
import io.onsale.benchmarks.load.Target;
import java.io.IOException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Orders of holds that were made before: each is placed, authorised, confirmed, captured and told. */
public final class OrdersLoad {

    /** The outcome of an order that has its tickets. */
    public static final String CONFIRMED = "confirmed";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECTIONS = 10;
    private static final int TICKET_LIMIT = 100;
    private static final int HOLDERS = 64;

    private final BenchSystem system;
    private final Queue<Held> holds = new ConcurrentLinkedQueue<>();

    /** A reservation, and who may order it. */
    private record Held(String token, String reservationId) {}

    /** Orders in this system. */
    public OrdersLoad(BenchSystem system) {
        this.system = system;
    }

    /** Makes so many holds, some more to warm up with, and orders them all, so many at a time. */
    public Burst.Result run(int orders, int warmUp, int clients) throws IOException, InterruptedException {
        String eventId = Organizer.publishes(system.edge(), "Orders", TICKET_LIMIT, sections(orders + warmUp));
        Burst.of(orders + warmUp, HOLDERS, client -> new Holder(eventId, client));
        Burst.of(Math.min(warmUp, holds.size()), clients, client -> new Payer());
        return Burst.of(Math.min(orders, holds.size()), clients, client -> new Payer());
    }

    private static ArrayNode sections(int places) {
        ArrayNode sections = JsonNodeFactory.instance.arrayNode();
        for (int section = 1; section <= SECTIONS; section++) {
            sections.addObject()
                    .put("name", "G" + section)
                    .put("mode", "quantity")
                    .put("grade", "R")
                    .put("price", 99_000)
                    .put("capacity", places / SECTIONS + 1);
        }
        return sections;
    }

    private static String headers(String token) {
        return "Authorization: Bearer " + token + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n";
    }

    /** Holds one place after another, each for a fan of its own. */
    private final class Holder implements Target {

        private final LeanHttp http = new LeanHttp(system.edge());
        private final String eventId;
        private int turn;

        Holder(String eventId, int client) {
            this.eventId = eventId;
            this.turn = client;
        }

        @Override
        public String request() throws IOException {
            String token = system.tokens().of(UUID.randomUUID().toString());
            String body = "{\"event_id\":\"%s\",\"section\":\"G%d\",\"quantity\":1}"
                    .formatted(eventId, 1 + turn++ % SECTIONS);
            LeanHttp.Answer answer = http.post("/api/tickets/reserve", headers(token), body);
            if (answer.status() == 201) {
                JsonNode reservation = JSON.readTree(answer.body());
                holds.add(new Held(token, reservation.get("reservation_id").asText()));
            }
            return Integer.toString(answer.status());
        }

        @Override
        public void close() {
            http.close();
        }
    }

    /** Orders one hold after another. */
    private final class Payer implements Target {

        private final LeanHttp http = new LeanHttp(system.edge());

        @Override
        public String request() throws IOException {
            Held held = holds.remove();
            String body = "{\"reservation_id\":\"" + held.reservationId()
                    + "\",\"payment\":{\"method\":\"card\",\"token\":\"test-approve\"}}";
            LeanHttp.Answer answer = http.post("/api/orders", headers(held.token()), body);
            return answer.status() == 201
                    ? JSON.readTree(answer.body()).path("status").asText()
                    : Integer.toString(answer.status());
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
