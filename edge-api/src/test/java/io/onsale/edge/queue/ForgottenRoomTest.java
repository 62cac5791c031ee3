package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.Answer;
import io.onsale.edge.views.queue.RosterArchive;
import io.onsale.edge.views.queue.RosterFiles;
import io.onsale.schemas.admission.RoomState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenRoomTest {
    private static final String ROSTER = "/api/queue/event-1/draw/roster";

    @TempDir
    private Path folder;

    /** The queue token of somebody who took part. */
    private static String close(QueueHarness edge) {
        String token = edge.placeOf("ann");
        edge.placeOf("bob");
        edge.script.frozen().drawn().controlled(100, 10, RoomState.CLOSED);
        return token;
    }

    private static void aDayPasses(QueueHarness edge) {
        edge.script.at(Instant.now().plus(Duration.ofDays(2))).changed(100, 10);
    }

    @Test
    void itsRosterAndDrawAreDownloadedAsBefore() {
        try (QueueHarness edge = new QueueHarness(new RosterFiles(folder))) {
            close(edge);
            String before = edge.get(ROSTER, "").text();
            aDayPasses(edge);

            Answer after = edge.get(ROSTER, "");
            assertThat(after.status()).isEqualTo(200);
            assertThat(after.text()).isEqualTo(before);
            assertThat(after.text().lines()).hasSize(3);
        }
    }

    @Test
    void whereItIsKeptNowhereThatIsSaidAndTheDrawIsStillThere() {
        try (QueueHarness edge = new QueueHarness(RosterArchive.NONE)) {
            close(edge);
            String draw = edge.get("/api/queue/event-1/draw", "").text();
            aDayPasses(edge);

            Answer roster = edge.get(ROSTER, "");
            assertThat(roster.status()).isEqualTo(410);
            assertThat(roster.code()).isEqualTo("roster_gone");
            assertThat(roster.body().path("draw").asText()).isEqualTo("/api/queue/event-1/draw");
            assertThat(edge.get("/api/queue/event-1/draw", "").text()).isEqualTo(draw);
        }
    }

    @Test
    void itsPlacesAreGone() {
        try (QueueHarness edge = new QueueHarness(RosterArchive.NONE)) {
            String token = close(edge);
            assertThat(edge.status(token).status()).isEqualTo(200);
            aDayPasses(edge);

            for (String call : new String[] {"status", "receipt", "stream"}) {
                Answer answer = edge.get("/api/queue/" + call + "?event_id=event-1", token);
                assertThat(answer.status()).as(call).isEqualTo(410);
                assertThat(answer.code()).isEqualTo("queue_forgotten");
            }
        }
    }
}
