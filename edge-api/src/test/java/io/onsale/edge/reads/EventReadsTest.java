package io.onsale.edge.reads;

import static io.onsale.edge.reads.RunningReads.EVENT;
import static io.onsale.edge.reads.RunningReads.HALL;
import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.held;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.section;
import static io.onsale.edge.views.Given.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.reads.RunningReads.Answer;
import io.onsale.edge.views.queue.RoomScript;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What anybody may read of events. */
class EventReadsTest {

    private final RunningReads reads = RunningReads.atNoon();

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
        reads.onSale();

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
        reads.onSale(held(2, "hold-1", "A-1-1", "B-1-1"));

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
    void anEventTellsAtOnceThatItsLineIsClosed() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"));
        RoomScript room = new RoomScript(reads.views().queues()).opened();
        Answer open = reads.get("/api/events/event-1");
        assertThat(open.json().at("/line/state").asText()).isEqualTo("open");
        assertThat(open.json().at("/line/joinable").asBoolean()).isTrue();
        room.controlled(100, 10, RoomState.CLOSED);

        Answer closed = reads.get("/api/events/event-1", "If-None-Match", open.header("ETag"));
        assertThat(closed.status()).isEqualTo(200);
        assertThat(closed.json().at("/line/state").asText()).isEqualTo("closed");
        assertThat(closed.json().at("/line/joinable").asBoolean()).isFalse();
        assertThat(reads.get("/api/events").json().at("/events/0/line/state").asText())
                .isEqualTo("closed");
        assertThat(reads.as(reads.token("organizer-1", Role.ORGANIZER), "/api/organizer/events")
                        .json()
                        .at("/events/0/line/state")
                        .asText())
                .isEqualTo("closed");
        assertThat(reads.get("/api/showcase").json().at("/line/state").asText()).isEqualTo("closed");
    }

    @Test
    void showsOffTheEventInWhichMostHappens() throws Exception {
        assertThat(reads.get("/api/showcase").status()).isEqualTo(404);
        reads.onSale(held(2, NOON.minusSeconds(1), "hold-1", "A-1-1"));
        reads.views().catalogue().apply("event-2", state(EventStatus.PUBLISHED, HALL, 1));
        reads.views().inventory().apply("event-2", opened(1, HALL));

        assertThat(reads.get("/api/showcase").json().path("event_id").asText()).isEqualTo(EVENT);
    }
}
