package io.onsale.benchmarks.holds;

import io.onsale.benchmarks.load.LeanHttp;
import io.onsale.benchmarks.load.Target;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;

/** Holds asked for at an edge, as a fan's client does. */
final class HoldsThroughHttp implements Target {

    private final LeanHttp http;
    private final Buyers buyers;

    HoldsThroughHttp(URI edge, Buyers buyers) {
        this.http = new LeanHttp(edge);
        this.buyers = buyers;
    }

    @Override
    public String request() throws IOException {
        Buyers.Wish wish = buyers.next();
        String headers = "Authorization: Bearer " + wish.token() + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\n";
        String body = "{\"event_id\":\"" + buyers.show().eventId() + "\",\"seat_ids\":[\"" + wish.seat() + "\"]}";
        int status = http.post("/api/tickets/reserve", headers, body).status();
        return status == 201 ? HoldsLoad.HELD : Integer.toString(status);
    }

    @Override
    public void close() {
        http.close();
    }
}
