package io.onsale.edge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.ChallengeWhen;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.WaitingRoom;
import io.onsale.schemas.inventory.Admission;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Admission ADMISSION = new Admission("e1.7", NOON);

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void refusesToHoldWithoutAdmissionWhereThereIsAWaitingRoomAndWritesNothing() {
        edge.log.drafted("e1", event(room()));

        Answer refused = reserve();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("code").asText()).isEqualTo("admission_required");
        assertThat(edge.log.commands).isEmpty();
    }

    @Test
    void holdsByTheAdmissionThatWasShown() {
        edge.log.drafted("e1", event(room()));
        edge.admission.set(Optional.of(ADMISSION));

        assertThat(reserve().status()).isEqualTo(201);

        assertThat(held().getAdmission()).isEqualTo(ADMISSION);
    }

    @Test
    void asksForNoAdmissionWhereThereIsNoWaitingRoom() {
        edge.log.drafted("e1", event(null));
        edge.admission.set(Optional.of(ADMISSION));

        assertThat(reserve().status()).isEqualTo(201);

        assertThat(held().getAdmission()).isNull();
    }

    private Answer reserve() {
        String body = "{\"event_id\":\"e1\",\"seat_ids\":[\"A-1-1\"]}";
        return edge.post("/api/tickets/reserve", body, edge.token(Role.FAN), "k");
    }

    private HoldSeats held() {
        return (HoldSeats) ((InventoryCommand) edge.log.commands.getFirst()).getBody();
    }

    private static WaitingRoom room() {
        return new WaitingRoom(NOON.minusSeconds(60), 100, 10, "draw-1", null, 60, 50, 3, ChallengeWhen.NEVER);
    }

    private static EventDefinition event(@Nullable WaitingRoom room) {
        return EventDefinition.newBuilder()
                .setTitle("Night One")
                .setCategory("concert")
                .setRegion("Seoul")
                .setCurrency("KRW")
                .setOrganizerId("organizer")
                .setTicketLimit(4)
                .setHoldSeconds(480)
                .setOnSaleAt(NOON)
                .setPerformances(List.of())
                .setSections(List.of())
                .setWaitingRoom(room)
                .build();
    }
}
