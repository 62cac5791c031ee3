package io.onsale.standalone.system;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Follows server-sent events until closed. */
final class SeatStream implements AutoCloseable {

    /** One event as it was sent. */
    record Told(String id, String name, String data) {}

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final Stream<String> lines;

    /** Opens a stream; an empty id begins anew. */
    SeatStream(EdgeApi edge, Show show, String lastEventId) throws Exception {
        URI address = edge.at("/api/events/" + show.eventId() + "/seats/stream");
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("X-Onsale-Version", show.version());
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> answer = EdgeApi.HTTP.send(request.build(), BodyHandlers.ofLines());
        lines = answer.body();
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + " -> " + answer.statusCode() + " " + lines.toList());
        }
        Thread.ofPlatform().daemon().name("seat-stream").start(this::read);
    }

    private void read() {
        List<String> event = new ArrayList<>();
        try {
            lines.forEach(line -> {
                if (!line.isEmpty()) {
                    event.add(line);
                } else {
                    event.stream()
                            .filter(each -> each.startsWith("data: "))
                            .findFirst()
                            .ifPresent(data -> told.add(new Told(
                                    field(event, "id: "), field(event, "event: "), data.substring("data: ".length()))));
                    event.clear();
                }
            });
        } catch (RuntimeException closed) {
            // That is how a stream ends which nobody wants to follow any longer.
        }
    }

    private static String field(List<String> event, String name) {
        return event.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> line.substring(name.length()))
                .orElse("");
    }

    Told next() throws InterruptedException {
        Told next = told.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was told within 10 s");
        }
        return next;
    }

    @Override
    public void close() {
        lines.close();
    }
}
