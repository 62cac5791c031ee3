package io.onsale.edge.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.reads.RunningReads.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an edge tells of itself. */
class ReadsTest {

    private final RunningReads reads = RunningReads.atNoon();

    @AfterEach
    void close() {
        reads.close();
    }

    @Test
    void tellsItsTimeAndItsMetrics() throws Exception {
        assertThat(reads.get("/api/time").json().path("now").asText()).isEqualTo("2026-12-01T12:00:00Z");
        assertThat(reads.get("/livez").status()).isEqualTo(200);
        Answer metrics = reads.get("/metrics");
        assertThat(metrics.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(new String(metrics.bytes(), StandardCharsets.UTF_8)).contains("# TYPE", "jvm_memory");
    }

    @Test
    void isNotReadyBeforeItsViewsHaveCaughtUp() throws Exception {
        Answer answer = reads.get("/readyz");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("missing")).hasSize(6);
        assertThat(answer.json().path("missing").get(3).asText()).contains("onsale.inventory.events.v1");
    }
}
