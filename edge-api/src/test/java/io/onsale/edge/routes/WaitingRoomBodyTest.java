package io.onsale.edge.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.ChallengeWhen;
import io.onsale.schemas.catalogue.CreateEvent;
import io.onsale.schemas.catalogue.EditEvent;
import io.onsale.schemas.catalogue.WaitingRoom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingRoomBodyTest {

    private static final String PACE = "\"max_concurrent\":2000,\"admit_per_second\":200";

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void readsARoomWithEverythingInIt() {
        WaitingRoom room = posted("""
                {"enabled": true, "opens_at": "2026-12-01T10:00:00Z", "max_concurrent": 2000, "admit_per_second": 200, "policy": "priority-1",
                 "beacon": {"source": "drand", "round": 9007199254740991, "due_at": "2026-12-01T11:05:00Z"}, "arrive_within_seconds": 90, "max_per_address": 9, "max_per_device": 2,
                 "challenge": "always"}
                """);

        assertThat(room)
                .isEqualTo(new WaitingRoom(
                        Instant.parse("2026-12-01T10:00:00Z"),
                        2000,
                        200,
                        "priority-1",
                        new Beacon("drand", 9_007_199_254_740_991L, Instant.parse("2026-12-01T11:05:00Z")),
                        90,
                        9,
                        2,
                        ChallengeWhen.ALWAYS));
    }

    @Test
    void opensHalfAnHourBeforeTheSaleWhereNothingElseIsSaid() {
        WaitingRoom room = posted("{" + PACE + "}");

        assertThat(room.getOpensAt()).isEqualTo("2026-12-01T10:30:00Z");
        assertThat(room.getPolicy()).isEqualTo("draw-1");
        assertThat(room.getBeacon()).isNull();
    }

    @Test
    void whenARoundIsDueNeedNotBeSaidWhereItsTimetableIsKnown() {
        WaitingRoom known = posted("{" + PACE + ",\"beacon\":{\"source\":\"drand quicknet\",\"round\":34439832}}");
        WaitingRoom unknown = posted("{" + PACE + ",\"beacon\":{\"source\":\"drand\",\"round\":34439832}}");

        assertThat(known.getBeacon().getDueAt()).isEqualTo("2026-12-01T11:01:00Z");
        assertThat(unknown.getBeacon().getDueAt()).isNull();
    }

    @Test
    void anEventSellsWithoutARoomThatIsNotEnabled() {
        create("{\"enabled\":false}");

        assertThat(((CreateEvent) last().getBody()).getDefinition().getWaitingRoom())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            waiting_room;                       "yes"
            waiting_room.enabled;               {"enabled":1}
            waiting_room.max_concurrent;        {"enabled":true}
            waiting_room.admit_per_second;      {"max_concurrent":1}
            waiting_room.max_concurrent;        {"max_concurrent":0,"admit_per_second":1}
            waiting_room.max_concurrent;        {"max_concurrent":1000001,"admit_per_second":1}
            waiting_room.admit_per_second;      {"max_concurrent":1,"admit_per_second":0}
            waiting_room.admit_per_second;      {"max_concurrent":1,"admit_per_second":10001}
            waiting_room.opens_at;              {"max_concurrent":1,"admit_per_second":1,"opens_at":"soon"}
            waiting_room.policy;                {"max_concurrent":1,"admit_per_second":1,"policy":7}
            waiting_room.beacon.source;         {"max_concurrent":1,"admit_per_second":1,"beacon":{"round":1}}
            waiting_room.beacon.due_at;         {"max_concurrent":1,"admit_per_second":1,"beacon":{"source":"drand","round":1,"due_at":"soon"}}
            waiting_room.beacon.round;          {"max_concurrent":1,"admit_per_second":1,"beacon":{"source":"drand","round":-1}}
            waiting_room.arrive_within_seconds; {"max_concurrent":1,"admit_per_second":1,"arrive_within_seconds":901}
            waiting_room.max_per_address;       {"max_concurrent":1,"admit_per_second":1,"max_per_address":0}
            waiting_room.max_per_device;        {"max_concurrent":1,"admit_per_second":1,"max_per_device":0}
            waiting_room.challenge;             {"max_concurrent":1,"admit_per_second":1,"challenge":"often"}
            """)
    void namesTheFieldThatIsWrong(String field, String room) {
        Answer refused = create(room);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("field").asText()).isEqualTo(field);
        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void changesWhatIsNamedAndKeepsTheRest() {
        Answer event = create("{" + PACE + ",\"policy\":\"lottery-1\",\"max_per_device\":1}");
        WaitingRoom before = definitionOf(event);

        patch(event, "{\"waiting_room\":{\"max_concurrent\":5}}");

        assertThat(edited())
                .isEqualTo(WaitingRoom.newBuilder(before).setMaxConcurrent(5).build());
    }

    @Test
    void addsARoomAndTakesItAway() {
        Answer event = create("{\"enabled\":false}");

        patch(event, "{\"title\":\"Night Two\"}");
        assertThat(edited()).isNull();
        patch(event, "{\"on_sale_at\":\"2026-12-02T11:00:00Z\",\"waiting_room\":{" + PACE + "}}");
        assertThat(edited().getOpensAt()).isEqualTo("2026-12-02T10:30:00Z");
        patch(event, "{\"waiting_room\":{\"enabled\":false}}");
        assertThat(edited()).isNull();
    }

    private WaitingRoom posted(String room) {
        return definitionOf(create(room));
    }

    private WaitingRoom definitionOf(Answer created) {
        assertThat(created.status()).isEqualTo(201);
        return ((CreateEvent) last().getBody()).getDefinition().getWaitingRoom();
    }

    private Answer create(String room) {
        return edge.post("/api/events", """
                {"title": "Night One", "category": "concert", "region": "Seoul", "currency": "KRW", "ticket_limit": 4,
                 "on_sale_at": "2026-12-01T11:00:00Z", "performances": [{"starts_at": "2027-01-15T10:00:00Z"}],
                 "sections": [{"name": "A", "grade": "VIP", "price": 150000, "rows": [{"name": "1", "seats": 20}]}],
                 "waiting_room": %s}
                """.formatted(room), edge.token(Role.ORGANIZER), "k");
    }

    private void patch(Answer event, String change) {
        String path = "/api/events/" + event.body().get("event_id").asText();
        Answer changed = edge.call(
                "PATCH", path, change.getBytes(UTF_8), Optional.of(edge.token(Role.ORGANIZER)), Optional.empty());
        assertThat(changed.status()).isEqualTo(200);
    }

    private WaitingRoom edited() {
        return ((EditEvent) last().getBody()).getDefinition().getWaitingRoom();
    }

    private CatalogueCommand last() {
        return (CatalogueCommand) edge.log.commands.getLast();
    }
}
