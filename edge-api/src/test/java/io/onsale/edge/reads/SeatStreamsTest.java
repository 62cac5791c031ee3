package io.onsale.edge.reads;

import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.batchPlaces;
import static io.onsale.edge.views.Given.confirmedPlaces;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.floor;
import static io.onsale.edge.views.Given.held;
import static io.onsale.edge.views.Given.heldPlaces;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.refused;
import static io.onsale.edge.views.Given.returnedPlaces;
import static io.onsale.edge.views.Given.state;
import static io.onsale.edge.views.Given.stopped;
import static io.onsale.edge.views.Given.tour;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.schemas.catalogue.EventStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seats and sales, watched. */
class SeatStreamsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningReads reads = RunningReads.atNoon();

    @AfterEach
    void close() {
        reads.close();
    }

    @Test
    void streamsTheMapThenItsChanges() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"));
        try (BufferedReader stream = lines("/api/events/event-1/seats/stream?section=A")) {
            Event snapshot = next(stream);
            assertThat(snapshot.name()).isEqualTo("snapshot");
            assertThat(snapshot.id()).isEqualTo("2");
            assertThat(snapshot.data().path("seats")).hasSize(20);

            reads.given(held(3, "hold-2", "B-1-1"), held(4, "hold-3", "A-1-2"));

            Event delta = next(stream);
            assertThat(delta.name()).isEqualTo("delta");
            assertThat(delta.id()).isEqualTo("4");
            assertThat(delta.data()).isEqualTo(JSON.readTree("""
                    {"version": 4, "seats": [{"seat_id": "A-1-2", "status": "held"}]}"""));
        }
    }

    @Test
    void aReturningListenerIsToldOnlyWhatItMissed() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"), held(3, "hold-2", "A-1-2"));

        try (BufferedReader stream = lines("/api/events/event-1/seats/stream", "Last-Event-ID", "2")) {
            Event missed = next(stream);
            assertThat(missed.name()).isEqualTo("delta");
            assertThat(missed.data().path("seats").findValuesAsText("seat_id")).containsExactly("A-1-2");
        }
    }

    @Test
    void aListenerFromAnotherTimeBeginsAnew() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"));

        try (BufferedReader stream = lines("/api/events/event-1/seats/stream", "Last-Event-ID", "99")) {
            assertThat(next(stream).name()).isEqualTo("reset");
            assertThat(next(stream).name()).isEqualTo("snapshot");
        }
    }

    @Test
    void aGapInTheLogResetsTheStreams() throws Exception {
        reads.onSale();
        try (BufferedReader stream = lines("/api/events/event-1/seats/stream")) {
            assertThat(next(stream).name()).isEqualTo("snapshot");

            reads.given(held(5, "hold-1", "A-1-1"));

            assertThat(next(stream).name()).isEqualTo("reset");
            Event snapshot = next(stream);
            assertThat(snapshot.name()).isEqualTo("snapshot");
            assertThat(snapshot.data().path("seats").get(0).path("status").asText())
                    .isEqualTo("held");
        }
    }

    @Test
    void tellsHowASaleGoes() throws Exception {
        reads.onSale(held(2, NOON.minusSeconds(1), "hold-1", "A-1-1", "A-1-2"), refused(3, "hold-2"));

        try (BufferedReader stream = lines("/api/events/event-1/live")) {
            JsonNode live = next(stream).data();
            assertThat(live.path("seats").path("held").asInt()).isEqualTo(2);
            assertThat(live.path("seats").path("total").asInt()).isEqualTo(30);
            assertThat(live.path("holds_per_second").asDouble()).isEqualTo(0.2);
            assertThat(live.path("refusals").asInt()).isEqualTo(1);
            assertThat(live.path("sections").get(0).path("available").asInt()).isEqualTo(18);
            assertThat(next(stream).name()).isEqualTo("live");
        }
    }

    @Test
    void tellsHowPlacesWithoutANumberGo() throws Exception {
        reads.given(
                opened(1, definition(floor(10), tour())),
                heldPlaces(2, "hold-1", "Floor", null, 5),
                confirmedPlaces(3, "hold-1", "Floor", null, 5),
                returnedPlaces(4, "hold-1", "batch-1", "Floor", null, 1),
                heldPlaces(5, "hold-2", "Tour", "noon", 3));
        reads.views().catalogue().apply("event-1", state(EventStatus.PUBLISHED, definition(floor(10), tour()), 1));

        try (BufferedReader stream = lines("/api/events/event-1/live")) {
            JsonNode live = next(stream).data();
            assertThat(live.path("seats")).isEqualTo(JSON.readTree("""
                    {"total": 20, "available": 12, "held": 3, "sold": 4, "withheld": 1, "blocked": 0}"""));
            assertThat(live.path("sections").get(0)).isEqualTo(JSON.readTree("""
                    {"section": "Floor", "grade": "R", "total": 10, "available": 5, "held": 0, "sold": 4, "withheld": 1, "blocked": 0}"""));

            reads.given(batchPlaces(6, "batch-1", "Floor", null, 1), stopped(7));

            assertThat(next(stream).data().path("seats")).isEqualTo(JSON.readTree("""
                    {"total": 20, "available": 0, "held": 0, "sold": 0, "withheld": 0, "blocked": 20}"""));
        }
    }

    private BufferedReader lines(String path, String... headers) throws IOException, InterruptedException {
        return new BufferedReader(new InputStreamReader(reads.stream(path, headers), StandardCharsets.UTF_8));
    }

    private static Event next(BufferedReader stream) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = stream.readLine(); line != null && !line.isEmpty(); line = stream.readLine()) {
            lines.add(line);
        }
        return new Event(field(lines, "id: "), field(lines, "event: "), JSON.readTree(field(lines, "data: ")));
    }

    private static String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    private record Event(String id, String name, JsonNode data) {}
}
