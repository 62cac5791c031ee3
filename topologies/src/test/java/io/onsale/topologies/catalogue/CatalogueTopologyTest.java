package io.onsale.topologies.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.ChangeRoom;
import io.onsale.schemas.admission.CloseRoom;
import io.onsale.schemas.admission.OpenRoom;
import io.onsale.schemas.admission.QueuePolicy;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.catalogue.CatalogueCommand;
import io.onsale.schemas.catalogue.CatalogueEvent;
import io.onsale.schemas.catalogue.CatalogueReply;
import io.onsale.schemas.catalogue.CatalogueState;
import io.onsale.schemas.catalogue.CloseEvent;
import io.onsale.schemas.catalogue.CreateEvent;
import io.onsale.schemas.catalogue.EditEvent;
import io.onsale.schemas.catalogue.EventAccepted;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.MovePerformance;
import io.onsale.schemas.catalogue.PublishEvent;
import io.onsale.schemas.catalogue.WaitingRoom;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.CloseShow;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.OpenShow;
import io.onsale.topologies.catalogue.domain.Definitions;
import io.onsale.topologies.show.ShowMapping;
import io.onsale.topologies.testing.Envelopes;
import io.onsale.topologies.testing.TopologyBench;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueTopologyTest {

    private static final EventDefinition SHOW = ShowMapping.toAvro(Definitions.right());

    /** The sale begins in an hour. */
    private static final EventDefinition LATE = EventDefinition.newBuilder(SHOW)
            .setOnSaleAt(TopologyBench.START.plus(Duration.ofHours(1)))
            .build();

    /** The same with a room that opens in half an hour. */
    private static final EventDefinition WAITED_FOR = EventDefinition.newBuilder(LATE)
            .setWaitingRoom(WaitingRoom.newBuilder()
                    .setOpensAt(TopologyBench.START.plus(Duration.ofMinutes(30)))
                    .setMaxConcurrent(100)
                    .setAdmitPerSecond(10)
                    .build())
            .build();

    private TopologyBench<CatalogueCommand, CatalogueEvent, CatalogueReply> bench;

    @BeforeEach
    void open() {
        bench = new TopologyBench<>(new CatalogueTopology());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aDraftIsAnsweredAndBecomesTheEventsState() {
        bench.send("e1", command("c1", new CreateEvent(SHOW)));

        assertThat(bench.replies().getFirst().getOutcome()).isEqualTo(new EventAccepted(EventStatus.DRAFT, SHOW));
        assertThat(bench.values(Topics.CATALOGUE_STATE))
                .containsExactly(new CatalogueState(EventStatus.DRAFT, SHOW, 1L));
        assertThat(bench.values(Topics.INVENTORY_COMMANDS)).isEmpty();
    }

    @Test
    void publishingTellsInventoryToSellOnce() {
        bench.send("e1", command("c1", new CreateEvent(SHOW)));
        bench.send("e1", command("c2", new PublishEvent("organizer")));
        bench.send("e1", command("c3", new PublishEvent("organizer")));

        var sent = bench.records(Topics.INVENTORY_COMMANDS);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().key()).isEqualTo("e1");
        assertThat(sent.getFirst().headers()).isEmpty();
        InventoryCommand command = sent.getFirst().value();
        assertThat(command.getBody()).isEqualTo(new OpenShow(SHOW));
        CommandEnvelope envelope = command.getEnvelope();
        assertThat(envelope.getCausationId()).isEqualTo("c2#0");
        assertThat(envelope.getTraceId()).isEqualTo("trace");
        assertThat(envelope.getActor().getKind()).isEqualTo(ActorKind.SYSTEM);
        EventAccepted published = new EventAccepted(EventStatus.PUBLISHED, SHOW);
        assertThat(bench.replies()).extracting(CatalogueReply::getOutcome).endsWith(published, published);
        assertThat(bench.events()).hasSize(2);
    }

    @Test
    void closingTellsInventoryToSellNoMore() {
        bench.send("e1", command("c1", new CreateEvent(SHOW)));
        bench.send("e1", command("c2", new PublishEvent("organizer")));
        bench.send("e1", command("c3", new CloseEvent("organizer")));

        assertThat(bench.values(Topics.INVENTORY_COMMANDS))
                .extracting(InventoryCommand::getBody)
                .endsWith(new CloseShow());
        assertThat(bench.values(Topics.CATALOGUE_STATE)).endsWith(new CatalogueState(EventStatus.CLOSED, SHOW, 3L));
    }

    @Test
    void admissionOpensTheRoomOfWhatIsPublished() {
        bench.send("e1", command("c1", new CreateEvent(WAITED_FOR)));
        assertThat(bench.values(Topics.ADMISSION_COMMANDS)).isEmpty();

        bench.send("e1", command("c2", new PublishEvent("organizer")));
        bench.send("e1", command("c3", new PublishEvent("organizer")));

        var sent = bench.records(Topics.ADMISSION_COMMANDS);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().key()).isEqualTo("e1");
        WaitingRoom room = WAITED_FOR.getWaitingRoom();
        assertThat(sent.getFirst().value().getBody())
                .isEqualTo(new OpenRoom(new Room(
                        "organizer",
                        room.getOpensAt(),
                        WAITED_FOR.getOnSaleAt(),
                        100,
                        10,
                        new QueuePolicy("draw-1", 1000, 500, 10, 0, 700, 10_000),
                        null,
                        60,
                        50,
                        3,
                        SHOW.getPerformances().getLast().getStartsAt())));
        assertThat(sent.getFirst().value().getEnvelope().getCausationId()).isEqualTo("c2#0");
    }

    @Test
    void admissionHearsOfEditsThatTouchItsRoomAndOfNoOthers() {
        EventDefinition renamed =
                EventDefinition.newBuilder(WAITED_FOR).setTitle("Other").build();
        EventDefinition postponed = EventDefinition.newBuilder(renamed)
                .setOnSaleAt(WAITED_FOR.getOnSaleAt().plusSeconds(60))
                .build();
        bench.send("e1", command("c1", new CreateEvent(WAITED_FOR)));
        bench.send("e1", command("c2", new EditEvent("organizer", WAITED_FOR, renamed)));
        bench.send("e1", command("c3", new PublishEvent("organizer")));
        bench.values(Topics.ADMISSION_COMMANDS);

        bench.send("e1", command("c4", new EditEvent("organizer", renamed, WAITED_FOR)));
        assertThat(bench.values(Topics.ADMISSION_COMMANDS)).isEmpty();
        bench.send("e1", command("c5", new EditEvent("organizer", WAITED_FOR, postponed)));

        assertThat(bench.values(Topics.ADMISSION_COMMANDS))
                .extracting(AdmissionCommand::getBody)
                .singleElement()
                .isInstanceOfSatisfying(
                        ChangeRoom.class,
                        change -> assertThat(change.getRoom().getDrawsAt()).isEqualTo(postponed.getOnSaleAt()));
    }

    @Test
    void admissionHearsWhenTheSaleEndsAndThatItEndsLaterOnceItsLastPerformanceIsMoved() {
        Instant last = SHOW.getPerformances().getLast().getStartsAt();
        EventDefinition shorter = EventDefinition.newBuilder(WAITED_FOR)
                .setSaleEndsAt(last.minusSeconds(60))
                .build();
        EventDefinition longer = EventDefinition.newBuilder(WAITED_FOR)
                .setSaleEndsAt(last.plusSeconds(90))
                .build();
        bench.send("e1", command("c1", new CreateEvent(shorter)));
        bench.send("e1", command("c2", new PublishEvent("organizer")));
        bench.send("e1", command("c3", new EditEvent("organizer", shorter, longer)));
        String id = SHOW.getPerformances().getLast().getPerformanceId();
        bench.send("e1", command("c4", new MovePerformance("organizer", id, last.plusSeconds(60))));

        List<Object> told = bench.values(Topics.ADMISSION_COMMANDS).stream()
                .map(AdmissionCommand::getBody)
                .toList();
        assertThat(((OpenRoom) told.getFirst()).getRoom().getSaleEndsAt()).isEqualTo(last.minusSeconds(60));
        assertThat(told.subList(1, told.size()))
                .extracting(change -> ((ChangeRoom) change).getRoom().getSaleEndsAt())
                .as("nothing is sold once the last one has begun")
                .containsExactly(last, last.plusSeconds(60));
    }

    @Test
    void aRoomThatIsAddedToAPublishedEventIsOpened() {
        bench.send("e1", command("c1", new CreateEvent(LATE)));
        bench.send("e1", command("c2", new PublishEvent("organizer")));
        EventDefinition guarded = EventDefinition.newBuilder(LATE)
                .setWaitingRoom(WAITED_FOR.getWaitingRoom())
                .build();
        bench.send("e1", command("c3", new EditEvent("organizer", LATE, guarded)));

        assertThat(bench.values(Topics.ADMISSION_COMMANDS))
                .extracting(AdmissionCommand::getBody)
                .singleElement()
                .isInstanceOf(OpenRoom.class);
    }

    @Test
    void theRoomClosesWithTheEvent() {
        bench.send("e1", command("c1", new CreateEvent(WAITED_FOR)));
        bench.send("e1", command("c2", new PublishEvent("organizer")));
        bench.send("e1", command("c3", new CloseEvent("organizer")));

        assertThat(bench.values(Topics.ADMISSION_COMMANDS))
                .extracting(AdmissionCommand::getBody)
                .endsWith(new CloseRoom());
    }

    @Test
    void anotherOrganizersEventIsRefusedAndNothingIsWrittenDown() {
        bench.send("e1", command("c1", new CreateEvent(SHOW)));
        bench.send("e1", command("c2", new PublishEvent("rival")));

        CatalogueReply refused = bench.replies().getLast();
        assertThat(((Refusal) refused.getOutcome()).getCode()).isEqualTo("not_your_event");
        assertThat(refused.getSequence()).isEqualTo(1);
        assertThat(bench.values(Topics.CATALOGUE_STATE))
                .containsExactly(new CatalogueState(EventStatus.DRAFT, SHOW, 1L));
        assertThat(bench.values(Topics.INVENTORY_COMMANDS)).isEmpty();
    }

    @Test
    void anInvalidEventIsRefusedAndLeavesNothingBehind() {
        EventDefinition empty =
                EventDefinition.newBuilder(SHOW).setSections(List.of()).build();
        bench.send("e1", command("c1", new CreateEvent(empty)));

        Refusal refusal = (Refusal) bench.replies().getFirst().getOutcome();
        assertThat(refusal.getCode()).isEqualTo("invalid_event");
        assertThat(refusal.getSubjects()).containsExactly("sections");
        assertThat(bench.values(Topics.CATALOGUE_STATE)).isEmpty();
        assertThat(bench.table(CatalogueRows.LISTINGS).get("e1")).isNull();
    }

    @Test
    void aRepeatedRequestGetsTheIdsItGotTheFirstTime() {
        EventDefinition other =
                EventDefinition.newBuilder(SHOW).setTitle("Other").build();
        bench.send("e1", repeatable("c1", "body", new CreateEvent(SHOW)));
        bench.send("e1", repeatable("c2", "body", new CreateEvent(other)));
        bench.send("e1", repeatable("c3", "another", new CreateEvent(other)));

        var replies = bench.replies();
        assertThat(replies.get(1).getReplayed()).isTrue();
        assertThat(replies.get(1).getOutcome()).isEqualTo(replies.get(0).getOutcome());
        assertThat(((Refusal) replies.get(2).getOutcome()).getCode()).isEqualTo("idempotency_conflict");
        assertThat(bench.events()).hasSize(1);
    }

    @Test
    void bytesThatAreNoCommandBecomeDeadLettersAndTheStreamGoesOn() {
        bench.sendBytes("e1".getBytes(UTF_8), new byte[] {1, 2, 3});
        bench.sendBytes("e1".getBytes(UTF_8), new byte[] {0, 0, 0, 127, 127, 0});
        bench.send("e1", command("c1", new CreateEvent(SHOW)));

        assertThat(bench.deadLetters()).hasSize(2);
        assertThat(bench.replies()).hasSize(1);
    }

    private static CatalogueCommand command(String id, Object body) {
        return new CatalogueCommand(Envelopes.of(id), body);
    }

    private static CatalogueCommand repeatable(String id, String text, Object body) {
        return new CatalogueCommand(Envelopes.repeatable(id, "k1", text), body);
    }
}
