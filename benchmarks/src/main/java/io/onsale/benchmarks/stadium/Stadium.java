package io.onsale.benchmarks.stadium;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.benchmarks.BenchSystem;
import io.onsale.benchmarks.load.Burst;
import io.onsale.benchmarks.load.LeanHttp;
import io.onsale.benchmarks.load.Organizer;
import io.onsale.benchmarks.load.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** 160,000 seats in 400 areas, and orders of one to four seats of a random area, two thousand in flight. */
public final class Stadium {

    /** The outcome of a request that got its seats. */
    public static final String HELD = "held";

    /** The outcome of one that came too late for them. */
    public static final String SOLD_OUT = "not_enough_together";

    private static final int AREAS = 400;
    private static final int ROWS = 20;
    private static final int ROW = 20;
    private static final int TICKET_LIMIT = 100;
    private static final int FANS = 8_000;
    /** How many requests are in flight. */
    public static final int IN_FLIGHT = 2_000;

    private static final int WARM_UP = 20_000;

    private final BenchSystem system;
    private final List<String> tokens = new ArrayList<>();

    /** A stadium in this system. */
    public Stadium(BenchSystem system) {
        this.system = system;
        for (int fan = 0; fan < FANS; fan++) {
            tokens.add(system.tokens().of(UUID.randomUUID().toString()));
        }
    }

    /** Sells one that is not counted, then this many requests of another. */
    public Burst.Result sell(int requests) throws IOException, InterruptedException {
        burst(WARM_UP);
        return burst(requests);
    }

    private Burst.Result burst(int requests) throws IOException, InterruptedException {
        String eventId = Organizer.publishes(system.edge(), "Stadium", TICKET_LIMIT, sections());
        return Burst.of(requests, IN_FLIGHT, client -> new Fans(eventId, client));
    }

    private static ArrayNode sections() {
        ArrayNode sections = JsonNodeFactory.instance.arrayNode();
        for (int area = 1; area <= AREAS; area++) {
            ObjectNode section = sections.addObject()
                    .put("name", "A" + area)
                    .put("mode", "seat")
                    .put("grade", "S")
                    .put("price", 99_000);
            section.putObject("rows").put("count", ROWS).put("seats", ROW);
        }
        return sections;
    }

    /** One connection, on which one fan after another asks. */
    private final class Fans implements Target {

        private final String eventId;
        private final SplittableRandom random;
        private final LeanHttp http = new LeanHttp(system.edge());

        Fans(String eventId, int client) {
            this.eventId = eventId;
            this.random = new SplittableRandom(client);
        }

        @Override
        public String request() throws IOException {
            String headers = "Authorization: Bearer " + tokens.get(random.nextInt(FANS)) + "\r\nIdempotency-Key: "
                    + UUID.randomUUID() + "\r\n";
            String body = "{\"event_id\":\"%s\",\"section\":\"A%d\",\"quantity\":%d,\"best_available\":true}"
                    .formatted(eventId, 1 + random.nextInt(AREAS), 1 + random.nextInt(4));
            LeanHttp.Answer answer = http.post("/api/tickets/reserve", headers, body);
            if (answer.status() == 201) {
                return HELD;
            }
            return answer.text().contains('"' + SOLD_OUT + '"') ? SOLD_OUT : Integer.toString(answer.status());
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
