package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.BenchSystem;
import io.onsale.benchmarks.load.Burst;
import io.onsale.benchmarks.load.LeanHttp;
import io.onsale.benchmarks.load.Target;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Joins asked for at an edge, as fans' clients do, each by a fan with a token of its own. */
final class JoinsThroughHttp {

    /** The outcome of a join that was accepted. */
    static final String JOINED = "joined";

    private final URI edge;
    private final List<String> tokens = new ArrayList<>();

    JoinsThroughHttp(BenchSystem system, int fans) {
        this.edge = system.edge();
        for (int fan = 0; fan < fans; fan++) {
            tokens.add(system.tokens().of(UUID.randomUUID().toString()));
        }
    }

    /** Has every fan join, so many at a time. */
    Burst.Result run(String eventId, int inFlight) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        return Burst.of(tokens.size(), inFlight, client -> new Client(eventId, next));
    }

    /** One connection. */
    private final class Client implements Target {

        private final LeanHttp http = new LeanHttp(edge);
        private final String body;
        private final AtomicInteger next;

        Client(String eventId, AtomicInteger next) {
            this.body = "{\"event_id\":\"" + eventId + "\"}";
            this.next = next;
        }

        @Override
        public String request() throws IOException {
            String token = tokens.get(next.getAndIncrement());
            String headers = "Authorization: Bearer " + token + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n";
            int status = http.post("/api/queue/join", headers, body).status();
            return status == 202 ? JOINED : Integer.toString(status);
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
