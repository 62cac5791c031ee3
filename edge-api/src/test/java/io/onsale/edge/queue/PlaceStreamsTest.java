package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.edge.views.Given;
import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.RoomState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlaceStreamsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final QueueHarness edge = new QueueHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asText();
    }

    @Test
    void aStreamTellsOfTheAdmissionAtOnceAndEndsWithThePlace() throws Exception {
        String ann = edge.placeOf("ann");
        try (Events events = new Events(edge.stream(ann))) {
            events.awaitStatus("phase", "pre_queue");
            assertThat(events.next("sale").path("sold_out").asBoolean()).isFalse();
            edge.script.frozen().drawn();
            events.awaitStatus("phase", "waiting");
            edge.script.admitted("ann", 1);
            JsonNode admitted = events.await("status", status -> status.has("admission_token"));
            assertThat(text(admitted, "phase")).isEqualTo("admitted");
            edge.script.ended("ann", 1, AdmissionEnd.FINISHED);
            events.awaitStatus("ended", "finished");
            assertThat(events.ended()).isTrue();
        }
    }

    @Test
    void aStreamTellsThatAllIsSold() throws Exception {
        String ann = edge.placeOf("ann");
        try (Events events = new Events(edge.stream(ann))) {
            events.next("sale");
            edge.views.inventory().apply("event-1", Given.held(2, "hold-1", "A-1-1", "A-1-2"));
            edge.views.inventory().apply("event-1", Given.confirmed(3, "hold-1", "A-1-1", "A-1-2"));
            events.await("sale", sale -> sale.path("sold_out").asBoolean());
        }
    }

    @Test
    void aStreamEndsWhenTheRoomCloses() throws Exception {
        String ann = edge.placeOf("ann");
        try (Events events = new Events(edge.stream(ann, "Last-Event-ID", "1"))) {
            events.next("status");
            edge.script.controlled(100, 10, RoomState.CLOSED);
            events.awaitStatus("ended", "closed");
            assertThat(events.ended()).isTrue();
        }
    }

    @Test
    void aPlaceIsFollowedByTheNewestFourAtMost() throws Exception {
        String ann = edge.placeOf("ann");
        List<Events> streams = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Events stream = new Events(edge.stream(ann));
            stream.next("status");
            streams.add(stream);
        }
        assertThat(streams.getFirst().ended()).isTrue();
        edge.script.frozen().drawn();
        for (Events stream : streams.subList(1, 5)) {
            stream.awaitStatus("phase", "waiting");
        }
        for (Events stream : streams) {
            stream.close();
        }
    }

    /** The events of a stream as they come: of what happens at once it may tell piece by piece, or only what came of it. */
    private static final class Events implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(60);

        private final BufferedReader lines;

        Events(InputStream stream) {
            lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        /** The data of the next event of this name. */
        JsonNode next(String name) throws IOException {
            String line = lines.readLine();
            while (line != null && !line.equals("event: " + name)) {
                line = lines.readLine();
            }
            assertThat(line).as("an event " + name).isNotNull();
            return JSON.readTree(lines.readLine().substring("data: ".length()));
        }

        /** The data of the next event of this name that is as expected. */
        JsonNode await(String name, Predicate<JsonNode> expected) throws IOException {
            Instant deadline = Instant.now().plus(PATIENCE);
            JsonNode data = next(name);
            while (!expected.test(data)) {
                assertThat(Instant.now()).as("still %s", data).isBefore(deadline);
                data = next(name);
            }
            return data;
        }

        JsonNode awaitStatus(String member, String value) throws IOException {
            return await("status", status -> text(status, member).equals(value));
        }

        /** Whether the stream ends without telling of the place again. */
        boolean ended() throws IOException {
            String line = lines.readLine();
            while (line != null && !line.startsWith("event: status")) {
                line = lines.readLine();
            }
            return line == null;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
