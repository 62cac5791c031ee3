package io.onsale.edge.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.views.Given;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.WaitingRoom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private static final EventDefinition OPEN_TO_ALL = Given.definition();

    @Test
    void showsTheWaitingRoomButNotHowManyMayJoinFromOnePlace() {
        WaitingRoom room = WaitingRoom.newBuilder()
                .setOpensAt(Given.NOON)
                .setMaxConcurrent(2_000)
                .setAdmitPerSecond(200)
                .setBeacon(new Beacon("drand", 7L, null))
                .build();

        Map<String, Object> json = detail(
                EventDefinition.newBuilder(OPEN_TO_ALL).setWaitingRoom(room).build());

        assertThat(json.get("waiting_room"))
                .isEqualTo(Map.of(
                        "enabled",
                        true,
                        "opens_at",
                        Given.NOON.toString(),
                        "max_concurrent",
                        2_000,
                        "admit_per_second",
                        200,
                        "policy",
                        "draw-1",
                        "beacon",
                        Map.of("source", "drand", "round", 7L),
                        "arrive_within_seconds",
                        60,
                        "challenge",
                        "crowded"));
    }

    @Test
    void tellsUntilWhenAndForHowManyTicketsAndWhereThereIsAConcession() {
        Concession early = new Concession("early", "Early bird", 20, "", Given.NOON, 10, List.of("A"));
        Concession always = new Concession("youth", "Youth", 30, "a card", null, null, List.of());

        Map<String, Object> json = detail(EventDefinition.newBuilder(OPEN_TO_ALL)
                .setConcessions(List.of(early, always))
                .build());

        assertThat(json.get("concessions"))
                .isEqualTo(List.of(
                        Map.of(
                                "code",
                                "early",
                                "label",
                                "Early bird",
                                "percent",
                                20,
                                "proof",
                                "",
                                "until",
                                Given.NOON.toString(),
                                "quota",
                                10,
                                "left",
                                3,
                                "sections",
                                List.of("A")),
                        Map.of("code", "youth", "label", "Youth", "percent", 30, "proof", "a card")));
    }

    @Test
    void saysNothingOfARoomThatIsNotThere() {
        assertThat(detail(OPEN_TO_ALL)).doesNotContainKey("waiting_room");
    }

    @Test
    void anEventIsClosedOnceItsSaleHasEnded() {
        Instant start = OPEN_TO_ALL.getPerformances().getFirst().getStartsAt();
        assertThat(status(OPEN_TO_ALL, start.minusMillis(1))).isEqualTo("on_sale");
        assertThat(status(OPEN_TO_ALL, start)).isEqualTo("closed");

        EventDefinition shorter = EventDefinition.newBuilder(OPEN_TO_ALL)
                .setSaleEndsAt(start.minusSeconds(60))
                .build();
        assertThat(status(shorter, start.minusSeconds(61))).isEqualTo("on_sale");
        assertThat(status(shorter, start.minusSeconds(60))).isEqualTo("closed");
    }

    private static String status(EventDefinition definition, Instant now) {
        return EventJson.status(
                new Listing("e1", EventStatus.PUBLISHED, definition, 1, Given.NOON, "", List.of()), now);
    }

    private static Map<String, Object> detail(EventDefinition definition) {
        Listing listing = new Listing("e1", EventStatus.PUBLISHED, definition, 1, Given.NOON, "", List.of());
        return EventJson.detail(listing, Optional.empty(), Optional.empty(), code -> 7, Given.NOON);
    }
}
