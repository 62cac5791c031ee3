package io.onsale.edge.reads;

import static io.onsale.edge.views.Given.NIGHT;
import static io.onsale.edge.views.Given.changed;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.floor;
import static io.onsale.edge.views.Given.held;
import static io.onsale.edge.views.Given.heldPlaces;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.released;
import static io.onsale.edge.views.Given.section;
import static io.onsale.edge.views.Given.special;
import static io.onsale.edge.views.Given.stopped;
import static io.onsale.edge.views.Given.tour;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.edge.views.InventoryView;
import io.onsale.edge.views.seats.SeatStatus;
import io.onsale.edge.views.seats.Show;
import io.onsale.edge.views.seats.Snapshot;
import io.onsale.edge.views.seats.Span;
import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeatsJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Section ODD_NAMES = new Section(
            "Côté \"B\" - left",
            BookingMode.SEAT,
            "R",
            110_000L,
            List.of(new Row("I-1", 3)),
            Map.of("wheelchair", List.of("I-1-2"), "aisle", List.of("I-1-2", "I-1-3")),
            0,
            List.of(),
            null);
    private static final EventDefinition HALL = definition(section("A", "VIP", 150_000, 2, 12), ODD_NAMES);

    private final InventoryView view = new InventoryView();

    @Test
    void theFullFormHasEverySeatWithAllItsFields() throws IOException {
        given("A-1-1", "A-2-12");

        JsonNode map = JSON.readTree(full(snapshot()));

        assertThat(map.path("version").asLong()).isEqualTo(2);
        assertThat(map.path("event_id").asText()).isEqualTo("event-1");
        assertThat(map.path("performance_id").asText()).isEqualTo(NIGHT);
        assertThat(map.path("seats")).hasSize(27);
        assertThat(map.path("seats").get(0)).isEqualTo(JSON.readTree("""
                {"seat_id": "A-1-1", "section": "A", "row": "1", "number": 1, "grade": "VIP", "status": "held", "attributes": []}"""));
        assertThat(map.path("seats").get(23).path("number").asInt()).isEqualTo(12);
        assertThat(map.path("seats").get(25)).isEqualTo(JSON.readTree("""
                {"seat_id": "Côté \\"B\\" - left-I-1-2", "section": "Côté \\"B\\" - left", "row": "I-1", "number": 2, "grade": "R",
                 "status": "available", "attributes": ["aisle", "wheelchair"]}"""));
    }

    @Test
    void theCompactFormSaysTheSameInRuns() throws IOException {
        given("A-1-3", "A-1-4", "A-2-1", "Côté \"B\" - left-I-1-3");

        JsonNode full = JSON.readTree(full(snapshot()));
        JsonNode compact = JSON.readTree(compact(snapshot()));

        assertThat(compact.path("sections")
                        .get(0)
                        .path("rows")
                        .get(0)
                        .path("status")
                        .asText())
                .isEqualTo("a2h2a8");
        assertThat(expanded(compact)).isEqualTo(statuses(full));
        assertThat(compact.path("sections").get(1).path("attributes").size()).isEqualTo(2);
    }

    @Test
    void theCompactFormSaysWhichCompanionSeatComesAlongWithWhichWheelchairSeat() throws IOException {
        Section section =
                special("W", 9, Map.of("wheelchair", List.of("1-9", "1-1"), "companion", List.of("1-8", "1-2", "1-4")));
        view.apply("event-1", opened(1, definition(section)));

        JsonNode map = JSON.readTree(compact(snapshot()));

        assertThat(map.at("/sections/0/companions"))
                .isEqualTo(JSON.readTree("{\"W-1-9\":\"W-1-8\",\"W-1-1\":\"W-1-2\"}"));
    }

    @Test
    void oneSectionIsItsSeatsAlone() throws IOException {
        given("A-1-1");
        Snapshot one =
                show().snapshot(NIGHT, Span.of(show().hall().areas().get(1))).orElseThrow();

        assertThat(JSON.readTree(full(one)).path("seats")).hasSize(3);
        assertThat(JSON.readTree(compact(one)).path("sections")).hasSize(1);
    }

    @Test
    void aDeltaNamesWhatChanged() throws IOException {
        given("A-1-1", "Côté \"B\" - left-I-1-3");

        JsonNode delta = JSON.readTree(
                json().delta(show().since(NIGHT, Span.of(show().hall()), 1).orElseThrow()));

        assertThat(delta.path("version").asLong()).isEqualTo(2);
        assertThat(delta.path("seats")).hasSize(2);
        assertThat(delta.path("seats").toString())
                .contains("{\"seat_id\":\"A-1-1\",\"status\":\"held\"}", "left-I-1-3");
    }

    @Test
    void sectionsWithoutNumberedSeatsAreFigures() throws IOException {
        view.apply("event-1", opened(1, definition(section("A", "VIP", 150_000, 1, 2), floor(50), tour())));
        view.apply("event-1", heldPlaces(2, "hold-1", "Floor", null, 3));
        view.apply("event-1", heldPlaces(3, "hold-2", "Tour", "one", 1));

        JsonNode areas = JSON.readTree(full(snapshot())).path("areas");

        assertThat(areas).isEqualTo(JSON.readTree("""
                [{"section": "Floor", "grade": "R", "price": 100, "capacity": 50, "left": 47},
                 {"section": "Tour", "slot": "noon", "starts_at": "2026-12-01T12:00:00Z", "grade": "R", "price": 100, "capacity": 5, "left": 5},
                 {"section": "Tour", "slot": "one", "starts_at": "2026-12-01T13:00:00Z", "grade": "R", "price": 100, "capacity": 5, "left": 4}]"""));
        assertThat(JSON.readTree(compact(snapshot())).path("areas")).isEqualTo(areas);
        assertThat(JSON.readTree(delta(2)).path("areas")).isEqualTo(JSON.readTree("""
                [{"section": "Tour", "slot": "one", "left": 4}]"""));
    }

    @Test
    void aShowOfSeatsAloneHasNoFigures() throws IOException {
        given("A-1-1");

        assertThat(JSON.readTree(full(snapshot())).has("areas")).isFalse();
        assertThat(JSON.readTree(delta(1)).has("areas")).isFalse();
    }

    @Test
    void aCancelledPerformanceIsBlockedWhateverComesAfter() throws IOException {
        view.apply("event-1", opened(1, definition(section("A", "VIP", 150_000, 1, 3), floor(50))));
        view.apply("event-1", held(2, "hold-1", "A-1-1"));
        view.apply("event-1", stopped(3));
        view.apply("event-1", released(4, "hold-1", "A-1-1"));

        JsonNode map = JSON.readTree(compact(snapshot()));

        assertThat(map.at("/sections/0/rows/0/status").asText()).isEqualTo("b3");
        assertThat(map.at("/areas/0/left").asInt()).isZero();
        assertThat(show().occupancy(NIGHT).orElseThrow().of(SeatStatus.BLOCKED)).isEqualTo(53);
        JsonNode delta = JSON.readTree(delta(2));
        assertThat(delta.path("seats").findValuesAsText("status")).containsExactly("blocked", "blocked", "blocked");
        assertThat(delta.at("/areas/0/left").asInt()).isZero();
    }

    @Test
    void anEditShowsInTheNextMapAndBeginsStreamsAnew() throws IOException {
        view.apply("event-1", opened(1, definition(section("A", "VIP", 150_000, 1, 3), floor(50))));
        SeatAnswers answers = new SeatAnswers();
        SeatSelection all = new SeatSelection(show(), NIGHT, Optional.empty(), true);
        long before = answers.gzipped(all).version();
        view.apply("event-1", changed(2, definition(section("A", "VIP", 170_000, 1, 3), floor(60))));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answers.write(all, all.snapshot(), out);
        JsonNode map = JSON.readTree(out.toByteArray());

        assertThat(map.at("/sections/0/price").asLong()).isEqualTo(170_000);
        assertThat(map.at("/areas/0/capacity").asInt()).isEqualTo(60);
        assertThat(map.at("/areas/0/left").asInt()).isEqualTo(60);
        assertThat(answers.gzipped(all).version()).isGreaterThan(before);
        assertThat(show().since(NIGHT, all.span(), 1)).isEmpty();
    }

    private byte[] delta(long after) {
        return json().delta(show().since(NIGHT, Span.of(show().hall()), after).orElseThrow());
    }

    private void given(String... heldSeats) {
        view.apply("event-1", opened(1, HALL));
        view.apply("event-1", held(2, "hold-1", heldSeats));
    }

    private byte[] full(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json().full(NIGHT, snapshot, out);
        return out.toByteArray();
    }

    private byte[] compact(Snapshot snapshot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        json().compact(NIGHT, snapshot, out);
        return out.toByteArray();
    }

    private Show show() {
        return view.seats().show("event-1").orElseThrow();
    }

    private SeatsJson json() {
        return new SeatsJson(show());
    }

    private Snapshot snapshot() {
        return show().snapshot(NIGHT, Span.of(show().hall())).orElseThrow();
    }

    private static List<String> statuses(JsonNode full) {
        List<String> statuses = new ArrayList<>();
        full.path("seats").forEach(seat -> statuses.add(seat.path("status").asText()));
        return statuses;
    }

    private static List<String> expanded(JsonNode compact) {
        List<String> statuses = new ArrayList<>();
        for (JsonNode section : compact.path("sections")) {
            for (JsonNode row : section.path("rows")) {
                String runs = row.path("status").asText();
                for (String run : runs.split("(?<=\\d)(?=[a-z])", -1)) {
                    String status =
                            compact.path("legend").path(run.substring(0, 1)).asText();
                    for (int i = Integer.parseInt(run.substring(1)); i > 0; i--) {
                        statuses.add(status);
                    }
                }
            }
        }
        return statuses;
    }
}
