package io.onsale.standalone.crowd;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks at the line before a show as its organizer does. */
final class LineWatch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CrowdShow show;
    private final EdgeClient client;
    private Optional<LineFigures> last = Optional.empty();
    private long mostShopping;
    private long mostOver;
    private int turn;

    LineWatch(CrowdShow show, List<URI> edges) {
        this.show = show;
        this.client = new EdgeClient(edges, PATIENCE);
    }

    /** The figures as they are now, or as they were when an edge last answered; nothing for a show without a waiting room. */
    Optional<LineFigures> look() {
        show.roomToken().ifPresent(this::ask);
        return last;
    }

    private void ask(String token) {
        EdgeAnswer answer = client.send(
                Call.get("/api/queue/" + show.eventId() + "/control").as(token), turn++);
        if (answer.accepted()) {
            LineFigures now = LineFigures.of(answer.body());
            mostShopping = Math.max(mostShopping, now.shopping());
            mostOver = Math.max(mostOver, now.shopping() - now.allowed());
            last = Optional.of(now);
        }
    }

    /** What has become of it; nothing for a show without a waiting room. */
    Optional<LineReport> report() {
        return look().map(now -> new LineReport(now, mostShopping, mostOver));
    }

    @Override
    public void close() {
        client.close();
    }
}
