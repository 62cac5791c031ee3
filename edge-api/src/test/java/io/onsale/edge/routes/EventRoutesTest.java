package io.onsale.edge.routes;

import static io.onsale.edge.http.Answer.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.CreateEvent;
import io.onsale.schemas.catalogue.EditEvent;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.SeatReturn;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventRoutesTest {

    static final String EVENT = """
            {"title": "Night One", "category": "concert", "region": "Seoul", "currency": "KRW", "ticket_limit": 4,
             "on_sale_at": "2026-12-01T11:00:00Z", "performances": [{"starts_at": "2027-01-15T10:00:00Z"}],
             "sections": [{"name": "A", "mode": "seat", "grade": "VIP", "price": 150000, "rows": [{"name": "1", "seats": 20}],
                           "seat_attributes": {"wheelchair": ["1-1"]}}]}
            """;

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void takesEverythingAnOrganizerSaysAboutTheSale() {
        String more = """
                {"sale_ends_at": "2027-01-14T10:00:00Z", "venue": "Hall", "banner_url": "https://example.com/b.png",
                 "fee_per_ticket": 1000, "identity_required": true, "step_up_required": true,
                 "concessions": [{"code": "youth", "label": "Youth", "percent": 30},
                                 {"code": "early", "label": "Early bird", "percent": 20, "until": "2026-12-20T00:00:00Z", "quota": 100, "sections":["Floor"]}],
                 "cancellation": {"cut_off_hours": 24, "fees": [{"days_before": 10, "percent": 0}, {"days_before": 0, "percent": 30}],
                                  "returns": "night_batch", "zone": "Asia/Seoul"},
                """;
        String sections = """
                "sections": [{"name": "Floor", "mode": "quantity", "grade": "R", "price": 1, "capacity": 500},
                             {"name": "Tour", "mode": "slot", "grade": "R", "price": 1,
                              "slots": [{"name": "noon", "starts_at": "2027-01-15T12:00:00Z", "capacity": 20}]},
                             {"name": "B", "grade": "R", "price": 1, "rows": {"count": 25, "seats": 20},
                              "focal_point": {"row": "2", "number": 10}},
                """;
        String event = EVENT.replaceFirst("\\{", more).replace("\"sections\": [", sections);

        assertThat(edge.post("/api/events", event, edge.token(Role.ORGANIZER), "k")
                        .status())
                .isEqualTo(201);

        EventDefinition made =
                ((CreateEvent) ((CatalogueCommand) edge.log.commands.getFirst()).getBody()).getDefinition();
        assertThat(made.getFeePerTicket()).isEqualTo(1_000);
        assertThat(made.getSaleEndsAt()).isEqualTo("2027-01-14T10:00:00Z");
        assertThat(made.getIdentityRequired()).isTrue();
        assertThat(made.getConcessions().getFirst().getPercent()).isEqualTo(30);
        assertThat(made.getConcessions().getFirst().getUntil()).isNull();
        assertThat(made.getConcessions().getLast())
                .isEqualTo(new Concession(
                        "early", "Early bird", 20, "", Instant.parse("2026-12-20T00:00:00Z"), 100, List.of("Floor")));
        assertThat(made.getCancellation().getReturns()).isEqualTo(SeatReturn.NIGHT_BATCH);
        assertThat(made.getSections().get(0).getCapacity()).isEqualTo(500);
        assertThat(made.getSections().get(1).getSlots().getFirst().getCapacity())
                .isEqualTo(20);
        assertThat(made.getSections().get(2).getRows()).hasSize(25);
        assertThat(made.getSections().get(2).getRows().getLast().getName()).isEqualTo("25");
        assertThat(made.getSections().get(2).getFocalPoint().getNumber()).isEqualTo(10);
    }

    @Test
    void createsAnEventUnderTheSameIdForTheSameKey() {
        String organizer = edge.token(Role.ORGANIZER);
        Answer made = edge.post("/api/events", EVENT, organizer, "k");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().get("performances")).hasSize(1);
        edge.post("/api/events", EVENT, organizer, "k");
        edge.post("/api/events", EVENT, organizer, "other");
        assertThat(edge.log.keys.get(1))
                .isEqualTo(edge.log.keys.get(0))
                .isEqualTo(made.body().get("event_id").asText());
        assertThat(edge.log.keys.get(2)).isNotEqualTo(edge.log.keys.get(0));
        CreateEvent command = (CreateEvent) ((CatalogueCommand) edge.log.commands.getFirst()).getBody();
        assertThat(command.getDefinition().getHoldSeconds()).isEqualTo(480);
        assertThat(command.getDefinition().getOrganizerId()).isEqualTo("account-of-ORGANIZER");
    }

    @Test
    void refusesEventsByTheFieldThatIsWrong() {
        for (String noMoney : List.of("XYZ", "XXX", "XTS", "XAU", "XDR", "krw")) {
            assertField(EVENT.replace("KRW", noMoney), "currency");
        }
        assertField(EVENT.replace("\"ticket_limit\": 4", "\"ticket_limit\": 0"), "ticket_limit");
        assertField(EVENT.replace("\"ticket_limit\": 4,", ""), "ticket_limit");
        assertField(EVENT.replace("2027-01-15T10:00:00Z", "soon"), "performances[0].starts_at");
        assertField(EVENT.replace("\"seats\": 20", "\"seats\": 200001"), "sections[0].rows[0].seats");
        assertField(EVENT.replace("150000", "-1"), "sections[0].price");
        assertField(EVENT.replace("\"1-1\"", "\"1-21\""), "sections[0].seat_attributes.wheelchair");
        assertField(
                EVENT.replace("\"seats\": 20}", "\"seats\": 20}, {\"name\": \"1\", \"seats\": 2}"),
                "sections[0].rows[1].name");
        assertField(EVENT.replace("\"seat\"", "\"standing\""), "sections[0].mode");
        assertField(EVENT.replace("\"seat\"", "\"quantity\""), "sections[0].capacity");
        assertField(EVENT.replaceFirst("\\{", "{\"fee_per_ticket\":-1,"), "fee_per_ticket");
        assertField(EVENT.replaceFirst("\\{", "{\"banner_url\":\"javascript:x\","), "banner_url");
        assertField(EVENT.replaceFirst("\\{", "{\"banner_url\":\"http://example.com/b.png\","), "banner_url");
        assertField(EVENT.replaceFirst("\\{", "{\"cancellation\":{\"zone\":\"Mars/Base\"},"), "cancellation.zone");
        String three = "{\"starts_at\": \"2027-01-15T10:00:00Z\"},".repeat(2);
        assertField(
                EVENT.replace("\"performances\": [", "\"performances\": [" + three)
                        .replace("\"seats\": 20", "\"seats\": 166667"),
                "performances");
    }

    @Test
    void refusesSectionsThatGiveTwoSeatsOneName() {
        String clash = EVENT.replace(
                        "\"sections\": [",
                        "\"sections\": [{\"name\": \"A-1\", \"grade\": \"R\", \"price\": 1, \"rows\": [{\"name\": \"2\", \"seats\": 3}]}, ")
                .replace("[{\"name\": \"1\", \"seats\": 20}]", "[{\"name\": \"1-2\", \"seats\": 20}]")
                .replace("\"1-1\"", "\"1-2-1\"");
        assertField(clash, "sections[1].rows[0].name");
    }

    @Test
    void tellsWhoeverPublishesTheVersionsOfTheEventAndOfItsSeats() {
        String organizer = edge.token(Role.ORGANIZER);
        String event = edge.post("/api/events", EVENT, organizer, "k")
                .body()
                .path("event_id")
                .asText();
        Answer published = edge.post("/api/events/" + event + "/publish", "", organizer, "k");
        assertThat(published.status()).isEqualTo(200);
        assertThat(Stream.of(published.header("x-onsale-version").split(",", -1))
                        .map(version -> new String(Base64.getUrlDecoder().decode(version.split("\\.", -1)[0]), UTF_8)))
                .containsExactly("c:" + event + ":3", "i:" + event + ":1");
    }

    @Test
    void tellsAnOrganizerWhatEverybodyIsTold() {
        String organizer = edge.token(Role.ORGANIZER);
        String event = edge.post(
                        "/api/events",
                        EVENT.replaceFirst("\"on_sale_at\": \"[^\"]+\"", "\"on_sale_at\": \"2020-01-01T00:00:00Z\""),
                        organizer,
                        "k")
                .body()
                .path("event_id")
                .asText();
        Answer published = edge.post("/api/events/" + event + "/publish", "", organizer, "k");

        assertThat(published.body().path("status").asText()).isEqualTo("on_sale");
        assertThat(published.body().at("/performances/0/status").asText()).isEqualTo("scheduled");
        assertThat(published.body().at("/performances/0/round").asInt()).isEqualTo(1);
    }

    @Test
    void hidesDraftsOfOthersAndSaysThatPublicEventsAreNotTheirs() {
        String organizer = edge.token(Role.ORGANIZER);
        assertProblem(edge.post("/api/events/draft/publish", "{}", organizer, "k"), 404, "unknown_event");
        assertProblem(edge.post("/api/events/public/close", "", organizer, "k"), 403, "not_your_event");
    }

    @Test
    void sendsNoChangeOfAnothersEventToTheLog() {
        String organizer = edge.token(Role.ORGANIZER);
        edge.post("/api/events", EVENT, organizer, "k");
        EventDefinition own =
                ((CreateEvent) ((CatalogueCommand) edge.log.commands.getFirst()).getBody()).getDefinition();
        EventDefinition another =
                EventDefinition.newBuilder(own).setOrganizerId("another").build();
        edge.log.drafted("public", another);
        edge.log.drafted("draft", another);
        edge.log.commands.clear();

        assertProblem(patch("public", "{\"title\":\"x\"}"), 403, "not_your_event");
        assertProblem(patch("draft", "{\"title\":\"x\"}"), 404, "unknown_event");

        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void refusesMoreRowsThanAnEventMayHave() {
        String sections = IntStream.rangeClosed(1, 21)
                .mapToObj(i -> "{\"name\": \"S" + i
                        + "\", \"grade\": \"R\", \"price\": 1, \"rows\": {\"count\": 1000, \"seats\": 1}}, ")
                .collect(Collectors.joining());

        assertField(EVENT.replace("\"sections\": [", "\"sections\": [" + sections), "sections[20].rows.count");
    }

    @Test
    void leavesEventsToOrganizers() {
        assertProblem(edge.post("/api/events", EVENT, edge.token(Role.FAN), "k"), 403, "forbidden");
        assertProblem(edge.post("/api/events/e/publish", "{}", edge.token(Role.FAN), "k"), 403, "forbidden");
        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void anEventHasNoFieldThatIsMisspelled() {
        String organizer = edge.token(Role.ORGANIZER);
        String id = edge.post("/api/events", EVENT, organizer, "k1")
                .body()
                .get("event_id")
                .asText();
        int sent = edge.log.commands.size();

        Answer patched = patch(id, "{\"ticket_limt\":5}");
        assertProblem(patched, 400, "unknown_field");
        assertThat(patched.body().get("field").asText()).isEqualTo("ticket_limt");
        Answer posted = edge.post("/api/events", EVENT.replaceFirst("\\{", "{\"colour\":\"red\","), organizer, "k2");
        assertProblem(posted, 400, "unknown_field");
        assertThat(edge.log.commands).hasSize(sent);
    }

    @Test
    void aPatchChangesWhatItNamesAndLeavesTheRest() {
        String organizer = edge.token(Role.ORGANIZER);
        String id = edge.post("/api/events", EVENT, organizer, "k1")
                .body()
                .get("event_id")
                .asText();

        Answer patched = edge.call(
                "PATCH",
                "/api/events/" + id,
                "{\"title\":\"Night Two\",\"ticket_limit\":6,\"venue\":\"Hall\"}".getBytes(UTF_8),
                Optional.of(organizer),
                Optional.empty());

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.body().get("title").asText()).isEqualTo("Night Two");
        EditEvent edit = (EditEvent) ((CatalogueCommand) edge.log.commands.getLast()).getBody();
        assertThat(edit.getBefore().getTitle()).isEqualTo("Night One");
        assertThat(edit.getDefinition().getTicketLimit()).isEqualTo(6);
        assertThat(edit.getDefinition().getSections())
                .isEqualTo(edit.getBefore().getSections());
    }

    @Test
    void aPatchKeepsThePerformancesItNamesAndAddsTheOthers() {
        JsonNode event = edge.post("/api/events", EVENT, edge.token(Role.ORGANIZER), "k1")
                .body();
        String id = event.get("event_id").asText();
        String night = event.at("/performances/0/performance_id").asText();

        Answer patched = patch(
                id,
                "{\"performances\":[{\"starts_at\":\"2027-01-14T10:00:00Z\"}," + "{\"performance_id\":\"" + night
                        + "\",\"label\":\"the last\"}]}");

        assertThat(patched.status()).as(patched.text()).isEqualTo(200);
        EditEvent edit = (EditEvent) ((CatalogueCommand) edge.log.commands.getLast()).getBody();
        Performance before = edit.getBefore().getPerformances().getFirst();
        List<Performance> after = edit.getDefinition().getPerformances();
        assertThat(after).hasSize(2);
        assertThat(after.getFirst().getPerformanceId()).isNotEmpty().isNotEqualTo(night);
        assertThat(after.getLast())
                .isEqualTo(Performance.newBuilder(before).setLabel("the last").build());
        assertThat(patch(id, "{\"performances\":[{\"performance_id\":\"another\"}]}")
                        .body()
                        .get("field")
                        .asText())
                .isEqualTo("performances[0].performance_id");
        assertThat(patch(id, "{\"performances\":[]}").body().get("field").asText())
                .isEqualTo("performances");
    }

    @Test
    void aPatchOfAnEventThatIsNotThereOrOfAWrongTypeIsRefused() {
        String organizer = edge.token(Role.ORGANIZER);
        String id = edge.post("/api/events", EVENT, organizer, "k1")
                .body()
                .get("event_id")
                .asText();

        assertThat(patch("nowhere", "{\"title\":\"x\"}").status()).isEqualTo(404);
        assertThat(patch(id, "{\"ticket_limit\":0}").body().get("field").asText())
                .isEqualTo("ticket_limit");
    }

    @Test
    void aPerformanceIsMovedAndCancelled() {
        String organizer = edge.token(Role.ORGANIZER);
        String id = edge.post("/api/events", EVENT, organizer, "k1")
                .body()
                .get("event_id")
                .asText();
        String performance = "/api/events/" + id + "/performances/n1";

        assertThat(edge.post(performance + "/move", "{\"starts_at\":\"2027-02-15T10:00:00Z\"}", organizer, "")
                        .status())
                .isEqualTo(200);
        assertThat(edge.post(performance + "/cancel", "", organizer, "").status())
                .isEqualTo(200);
        assertThat(edge.post(performance + "/cancel", "", edge.token(Role.FAN), "")
                        .status())
                .isEqualTo(403);
    }

    private void assertField(String event, String field) {
        Answer refused = edge.post("/api/events", event, edge.token(Role.ORGANIZER), "k");
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.body().get("field").asText()).isEqualTo(field);
    }

    private Answer patch(String eventId, String body) {
        return edge.call(
                "PATCH",
                "/api/events/" + eventId,
                body.getBytes(UTF_8),
                Optional.of(edge.token(Role.ORGANIZER)),
                Optional.empty());
    }
}
