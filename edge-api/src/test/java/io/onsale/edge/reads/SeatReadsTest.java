package io.onsale.edge.reads;

import static io.onsale.edge.reads.RunningReads.EVENT;
import static io.onsale.edge.reads.RunningReads.HALL;
import static io.onsale.edge.views.Given.NIGHT;
import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.held;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.reads.RunningReads.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seats and reservations, read once. */
class SeatReadsTest {

    private final RunningReads reads = RunningReads.atNoon();

    @AfterEach
    void close() {
        reads.close();
    }

    @Test
    void givesTheSeatsOfASection() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"));

        Answer answer = reads.get("/api/events/event-1/seats?section=A");

        assertThat(answer.json().path("seats")).hasSize(20);
        assertThat(answer.json().path("seats").get(0).path("status").asText()).isEqualTo("held");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void givesTheSameSeatsInGzip() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"));

        Answer plain = reads.get("/api/events/event-1/seats");
        Answer packed = reads.get("/api/events/event-1/seats", "Accept-Encoding", "gzip");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("ETag")).isEqualTo(plain.header("ETag"));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.bytes());
        }
        reads.given(held(3, "hold-2", "A-1-2"));
        assertThat(reads.get("/api/events/event-1/seats", "Accept-Encoding", "gzip")
                        .header("ETag"))
                .isNotEqualTo(packed.header("ETag"));
    }

    @Test
    void sparesWhoHasTheNewestSeats() throws Exception {
        reads.onSale();
        String etag = reads.get("/api/events/event-1/seats").header("ETag");

        assertThat(reads.get("/api/events/event-1/seats", "If-None-Match", etag).status())
                .isEqualTo(304);
        assertThat(reads.get("/api/events/event-1/seats?format=compact", "If-None-Match", etag)
                        .status())
                .isEqualTo(200);
        reads.given(held(2, "hold-1", "A-1-1"));
        assertThat(reads.get("/api/events/event-1/seats", "If-None-Match", etag).status())
                .isEqualTo(200);
    }

    @Test
    void asksWhichPerformanceWhereThereAreSeveral() throws Exception {
        EventDefinition two = EventDefinition.newBuilder(HALL)
                .setPerformances(List.of(
                        new Performance(NIGHT, NOON, "", 1, PerformanceStatus.SCHEDULED),
                        new Performance("performance-2", NOON, "", 1, PerformanceStatus.SCHEDULED)))
                .build();
        reads.views().catalogue().apply(EVENT, state(EventStatus.PUBLISHED, two, 1));
        reads.given(opened(1, two));

        assertThat(reads.get("/api/events/event-1/seats").status()).isEqualTo(422);
        assertThat(reads.get("/api/events/event-1/seats?performance_id=performance-2")
                        .status())
                .isEqualTo(200);
        assertThat(reads.get("/api/events/event-1/seats?performance_id=other").code())
                .isEqualTo("unknown_performance");
        assertThat(reads.get("/api/events/event-1/seats?performance_id=performance-2&section=Z")
                        .code())
                .isEqualTo("unknown_section");
    }

    @Test
    void aReadWaitsForTheVersionItBrings() throws Exception {
        reads.onSale();
        Thread later = Thread.startVirtualThread(() -> reads.given(held(2, "hold-1", "A-1-1")));

        Answer answer = reads.get(
                "/api/events/event-1/seats", "X-Onsale-Version", version(new Version(Domain.INVENTORY, "event-1", 2)));

        assertThat(answer.json().path("seats").get(0).path("status").asText()).isEqualTo("held");
        later.join();
        assertThat(reads.get(
                                "/api/events/event-1",
                                "X-Onsale-Version",
                                version(new Version(Domain.INVENTORY, "event-1", 3)))
                        .code())
                .isEqualTo("not_caught_up");
        assertThat(reads.get("/api/events/event-1", "X-Onsale-Version", "?").code())
                .isEqualTo("bad_version");
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("i:event-1:999".getBytes(StandardCharsets.UTF_8));
        assertThat(reads.get("/api/events/event-1", "X-Onsale-Version", forged).code())
                .isEqualTo("bad_version");
        assertThat(reads.get(
                                "/api/events/event-1",
                                "X-Onsale-Version",
                                version(new Version(Domain.ACCOUNTS, "account-1", 9)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void showsAReservationToItsOwnerAlone() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"));
        String path = "/api/tickets/status?reservation_id=hold-1";

        JsonNode own = reads.as(reads.token("fan-1", Role.FAN), path).json();

        assertThat(own.path("status").asText()).isEqualTo("held");
        assertThat(own.path("seats").get(0).path("seat_id").asText()).isEqualTo("A-1-1");
        assertThat(own.path("expires_at").asText()).isEqualTo("2026-12-01T12:08:00Z");
        assertThat(reads.as(reads.token("fan-2", Role.FAN), path).code()).isEqualTo("unknown_reservation");
        assertThat(reads.get(path).status()).isEqualTo(401);
    }

    private static String version(Version version) {
        return RunningReads.VERSIONS.encode(version);
    }
}
