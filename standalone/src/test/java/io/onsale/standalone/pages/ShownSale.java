package io.onsale.standalone.pages;

import io.onsale.standalone.Standalone;
import io.onsale.standalone.StandaloneSettings;
import io.onsale.standalone.StandaloneSettings.Ports;
import io.onsale.standalone.crowd.CrowdJournal;
import io.onsale.standalone.crowd.CrowdSettings;
import io.onsale.standalone.crowd.CrowdShow;
import io.onsale.standalone.crowd.CrowdTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The whole system with one show on sale, and fans who hold its seats. */
final class ShownSale implements AutoCloseable {
    private static final int SEATS = 400;
    private static final int HOLD_SECONDS = 600;

    private final CrowdTokens tokens = CrowdTokens.ofNewKey("fans-of-the-test");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Standalone system;
    private final URI edge;
    private final CrowdShow show;

    ShownSale(Path folder) {
        system = Standalone.start(
                new StandaloneSettings(
                        folder.resolve("data"),
                        Ports.FREE,
                        Map.of(tokens.issuer(), tokens.publicJwk()),
                        Optional.empty()),
                line -> {});
        edge = URI.create(system.endpoints().edge());
        try (CrowdJournal journal = CrowdJournal.open(folder.resolve("answers.jsonl"))) {
            CrowdSettings settings = CrowdSettings.of(1, SEATS, List.of(edge)).withHoldSeconds(HOLD_SECONDS);
            show = CrowdShow.open(settings, journal);
        }
    }

    /** Where the page is. */
    String url(String path) {
        return edge.resolve(path).toString();
    }

    /** Lets a new fan hold a seat, through HTTP; the status of the answer. */
    int hold(String seat) {
        String body = "{\"event_id\":\"%s\",\"performance_id\":\"%s\",\"seat_ids\":[\"%s\"]}"
                .formatted(show.eventId(), show.performanceId(), seat);
        HttpRequest request = HttpRequest.newBuilder(edge.resolve("/api/tickets/reserve"))
                .header("Authorization", "Bearer " + tokens.of(UUID.randomUUID().toString()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("the edge does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        system.close();
    }
}
