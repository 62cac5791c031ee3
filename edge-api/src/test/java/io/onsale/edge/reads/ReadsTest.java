package io.onsale.edge.reads;

import static io.onsale.edge.views.Given.NIGHT;
import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.held;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.refused;
import static io.onsale.edge.views.Given.section;
import static io.onsale.edge.views.Given.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.reads.RunningReads.Answer;
import io.onsale.edge.views.queue.RoomScript;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.InventoryEvent;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT = "event-1";
    private static final EventDefinition HALL =
            definition(section("A", "VIP", 150_000, 2, 10), section("B", "R", 110_000, 1, 10));

    private final RunningReads reads = new RunningReads(Optional.empty(), Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void close() {
        reads.close();
    }

    @Test
    void listsPublishedEventsPageByPage() throws Exception {
        for (int i = 0; i < 3; i++) {
            reads.views().catalogue().apply("event-" + i, state(EventStatus.PUBLISHED, HALL, 1));
        }
        reads.views().catalogue().apply("draft", state(EventStatus.DRAFT, HALL, 1));

        Answer first = reads.get("/api/events?limit=2&q=night&category=concert");
        Answer second = reads.get(
                "/api/events?limit=2&cursor=" + first.json().path("next_cursor").asText());

        assertThat(first.json().path("events").findValuesAsText("event_id")).containsExactly("event-0", "event-1");
        assertThat(second.json().path("events").findValuesAsText("event_id")).containsExactly("event-2");
        assertThat(second.json().has("next_cursor")).isFalse();
        assertThat(first.header("Cache-Control")).contains("max-age=300", "stale-while-revalidate");
    }

    @Test
    void listsWhatIsOverOnlyWhereItIsAskedFor() throws Exception {
        EventDefinition over = definition("Over", "concert", "Seoul", NOON.minusSeconds(1), section("A", "R", 1, 1, 1));
        reads.views().catalogue().apply("over", state(EventStatus.PUBLISHED, over, 1));
        reads.views().catalogue().apply("event-1", state(EventStatus.PUBLISHED, HALL, 1));

        Answer usual = reads.get("/api/events");
        Answer all = reads.get("/api/events?from=2020-01-01T00:00:00Z");

        assertThat(usual.json().path("events").findValuesAsText("event_id")).containsExactly("event-1");
        assertThat(all.json().path("events").findValuesAsText("event_id")).containsExactly("over", "event-1");
    }

    @Test
    void noCacheAnswersHowManySeatsAreLeft() throws Exception {
        onSale();

        Answer detail = reads.get("/api/events/event-1");

        assertThat(detail.json().at("/performances/0/seats_left").asInt()).isPositive();
        assertThat(detail.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(reads.get("/api/events/event-1", "If-None-Match", detail.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void refusesParametersThatMakeNoSense() throws Exception {
        assertThat(reads.get("/api/events?limit=0").status()).isEqualTo(400);
        assertThat(reads.get("/api/events?limit=x").json().path("field").asText())
                .isEqualTo("limit");
        assertThat(reads.get("/api/events?from=yesterday").json().path("field").asText())
                .isEqualTo("from");
        assertThat(reads.get("/api/events?cursor=%21").json().path("field").asText())
                .isEqualTo("cursor");
    }

    @Test
    void showsAnEventWithWhatIsLeftOfIt() throws Exception {
        onSale(held(2, "hold-1", "A-1-1", "B-1-1"));

        JsonNode event = reads.get("/api/events/event-1").json();

        assertThat(event.path("status").asText()).isEqualTo("on_sale");
        assertThat(event.path("sections").get(0).path("seats").asInt()).isEqualTo(20);
        JsonNode night = event.path("performances").get(0);
        assertThat(night.path("seats_left").asInt()).isEqualTo(28);
        assertThat(night.path("sections").get(0).path("seats_left").asInt()).isEqualTo(19);
        assertThat(night.path("grades").get(1).path("seats_left").asInt()).isEqualTo(9);
    }

    @Test
    void hidesADraftFromAllButItsOrganizer() throws Exception {
        reads.views().catalogue().apply(EVENT, state(EventStatus.DRAFT, HALL, 1));

        assertThat(reads.get("/api/events/event-1").code()).isEqualTo("unknown_event");
        assertThat(reads.as(reads.token("organizer-2", Role.ORGANIZER), "/api/events/event-1")
                        .status())
                .isEqualTo(404);
        Answer own = reads.as(reads.token("organizer-1", Role.ORGANIZER), "/api/events/event-1");
        assertThat(own.json().path("status").asText()).isEqualTo("draft");
        assertThat(own.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void listsAnOrganizersOwnEventsDraftsIncluded() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"));
        reads.views().catalogue().apply("event-2", state(EventStatus.DRAFT, HALL, 1));

        Answer own = reads.as(reads.token("organizer-1", Role.ORGANIZER), "/api/organizer/events");

        assertThat(own.json().path("events"))
                .extracting(event -> event.path("status").asText())
                .containsExactly("on_sale", "draft");
        assertThat(own.json().at("/events/0/performances/0/seats_left").asInt()).isEqualTo(29);
        assertThat(own.json().at("/events/0/has_waiting_room").asBoolean()).isFalse();
        Answer others = reads.as(reads.token("organizer-2", Role.ORGANIZER), "/api/organizer/events");
        assertThat(others.json().path("events")).isEmpty();
    }

    @Test
    void anEventTellsAtOnceThatItsLineIsClosed() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"));
        RoomScript room = new RoomScript(reads.views().queues()).opened();
        Answer open = reads.get("/api/events/event-1");
        assertThat(open.json().at("/line/state").asText()).isEqualTo("open");
        assertThat(open.json().at("/line/joinable").asBoolean()).isTrue();
        room.controlled(100, 10, RoomState.CLOSED);

        Answer closed = reads.get("/api/events/event-1", "If-None-Match", open.header("ETag"));
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.json().at("/line/state").asText()).isEqualTo("closed");
        assertThat(closed.json().at("/line/joinable").asBoolean()).isFalse();
    }

    @Test
    void reportsToAnOrganizerAndOperatorsWhatIsSoldOfEachPerformance() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"));
        String performance = definition().getPerformances().getFirst().getPerformanceId();
        reads.views().checkout().apply(EVENT, confirmed(performance));

        Answer own = reads.as(reads.token("organizer-1", Role.ORGANIZER), "/api/organizer/events/event-1/report");

        JsonNode sold = own.json().at("/performances/0");
        assertThat(sold.path("performance_id").asText()).isEqualTo(performance);
        assertThat(sold.path("orders").asInt()).isEqualTo(1);
        assertThat(sold.path("tickets").asInt()).isEqualTo(1);
        assertThat(sold.path("paid").asLong()).isEqualTo(110);
        assertThat(reads.as(reads.token("op", Role.OPERATOR), "/api/organizer/events/event-1/report")
                        .status())
                .isEqualTo(200);
        assertThat(reads.as(reads.token("organizer-2", Role.ORGANIZER), "/api/organizer/events/event-1/report")
                        .code())
                .isEqualTo("not_your_event");
    }

    private static CheckoutEvent confirmed(String performance) {
        ReceiptLine line = ReceiptLine.newBuilder()
                .setTicketId("order-1")
                .setSection("A")
                .setGrade("R")
                .setListPrice(100L)
                .setPrice(100L)
                .setFee(10L)
                .build();
        Receipt receipt = new Receipt("KRW", "receipt-1", List.of(line), null, 10L, 110L);
        EventEnvelope envelope = new EventEnvelope("id", "cause", "trace", new Actor(ActorKind.SYSTEM, ""), NOON, 1L);
        return new CheckoutEvent(
                envelope, new OrderConfirmed("o1", "number", "fan", performance, "payment", 110L, receipt));
    }

    @Test
    void givesTheSeatsOfASection() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"));

        Answer answer = reads.get("/api/events/event-1/seats?section=A");

        assertThat(answer.json().path("seats")).hasSize(20);
        assertThat(answer.json().path("seats").get(0).path("status").asText()).isEqualTo("held");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void givesTheSameSeatsInGzip() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"));

        Answer plain = reads.get("/api/events/event-1/seats");
        Answer packed = reads.get("/api/events/event-1/seats", "Accept-Encoding", "gzip");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("ETag")).isEqualTo(plain.header("ETag"));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.bytes()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.bytes());
        }
        given(held(3, "hold-2", "A-1-2"));
        assertThat(reads.get("/api/events/event-1/seats", "Accept-Encoding", "gzip")
                        .header("ETag"))
                .isNotEqualTo(packed.header("ETag"));
    }

    @Test
    void sparesWhoHasTheNewestSeats() throws Exception {
        onSale();
        String etag = reads.get("/api/events/event-1/seats").header("ETag");

        assertThat(reads.get("/api/events/event-1/seats", "If-None-Match", etag).status())
                .isEqualTo(304);
        assertThat(reads.get("/api/events/event-1/seats?format=compact", "If-None-Match", etag)
                        .status())
                .isEqualTo(200);
        given(held(2, "hold-1", "A-1-1"));
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
        given(opened(1, two));

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
        onSale();
        Thread later = Thread.startVirtualThread(() -> given(held(2, "hold-1", "A-1-1")));

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
    void streamsTheMapThenItsChanges() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"));
        try (BufferedReader stream = lines("/api/events/event-1/seats/stream?section=A")) {
            Event snapshot = next(stream);
            assertThat(snapshot.name()).isEqualTo("snapshot");
            assertThat(snapshot.id()).isEqualTo("2");
            assertThat(snapshot.data().path("seats")).hasSize(20);

            given(held(3, "hold-2", "B-1-1"), held(4, "hold-3", "A-1-2"));

            Event delta = next(stream);
            assertThat(delta.name()).isEqualTo("delta");
            assertThat(delta.id()).isEqualTo("4");
            assertThat(delta.data()).isEqualTo(JSON.readTree("""
                    {"version": 4, "seats": [{"seat_id": "A-1-2", "status": "held"}]}"""));
        }
    }

    @Test
    void aReturningListenerIsToldOnlyWhatItMissed() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"), held(3, "hold-2", "A-1-2"));

        try (BufferedReader stream = lines("/api/events/event-1/seats/stream", "Last-Event-ID", "2")) {
            Event missed = next(stream);
            assertThat(missed.name()).isEqualTo("delta");
            assertThat(missed.data().path("seats").findValuesAsText("seat_id")).containsExactly("A-1-2");
        }
    }

    @Test
    void aListenerFromAnotherTimeBeginsAnew() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"));

        try (BufferedReader stream = lines("/api/events/event-1/seats/stream", "Last-Event-ID", "99")) {
            assertThat(next(stream).name()).isEqualTo("reset");
            assertThat(next(stream).name()).isEqualTo("snapshot");
        }
    }

    @Test
    void aGapInTheLogResetsTheStreams() throws Exception {
        onSale();
        try (BufferedReader stream = lines("/api/events/event-1/seats/stream")) {
            assertThat(next(stream).name()).isEqualTo("snapshot");

            given(held(5, "hold-1", "A-1-1"));

            assertThat(next(stream).name()).isEqualTo("reset");
            Event snapshot = next(stream);
            assertThat(snapshot.name()).isEqualTo("snapshot");
            assertThat(snapshot.data().path("seats").get(0).path("status").asText())
                    .isEqualTo("held");
        }
    }

    @Test
    void tellsHowASaleGoes() throws Exception {
        onSale(held(2, NOON.minusSeconds(1), "hold-1", "A-1-1", "A-1-2"), refused(3, "hold-2"));

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
    void showsOffTheEventInWhichMostHappens() throws Exception {
        assertThat(reads.get("/api/showcase").status()).isEqualTo(404);
        onSale(held(2, NOON.minusSeconds(1), "hold-1", "A-1-1"));
        reads.views().catalogue().apply("event-2", state(EventStatus.PUBLISHED, HALL, 1));
        reads.views().inventory().apply("event-2", opened(1, HALL));

        assertThat(reads.get("/api/showcase").json().path("event_id").asText()).isEqualTo(EVENT);
    }

    @Test
    void showsAReservationToItsOwnerAlone() throws Exception {
        onSale(held(2, "hold-1", "A-1-1"));
        String path = "/api/tickets/status?reservation_id=hold-1";

        JsonNode own = reads.as(reads.token("fan-1", Role.FAN), path).json();

        assertThat(own.path("status").asText()).isEqualTo("held");
        assertThat(own.path("seats").get(0).path("seat_id").asText()).isEqualTo("A-1-1");
        assertThat(own.path("expires_at").asText()).isEqualTo("2026-12-01T12:08:00Z");
        assertThat(reads.as(reads.token("fan-2", Role.FAN), path).code()).isEqualTo("unknown_reservation");
        assertThat(reads.get(path).status()).isEqualTo(401);
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

    private void onSale(InventoryEvent... events) {
        reads.views().catalogue().apply(EVENT, state(EventStatus.PUBLISHED, HALL, 1));
        given(opened(1, HALL));
        given(events);
    }

    private void given(InventoryEvent... events) {
        for (InventoryEvent event : events) {
            reads.views().inventory().apply(EVENT, event);
        }
    }

    private static String version(Version version) {
        return RunningReads.VERSIONS.encode(version);
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
