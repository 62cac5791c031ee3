package io.onsale.topologies.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.inventory.domain.Shows;
import io.onsale.topologies.kit.RegistryInMemory;
import io.onsale.topologies.kit.StoredTables;
import io.onsale.topologies.kit.TopologyBed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InventoryTopologyTest {

    private static final String SHOW = "e1";

    private final RegistryInMemory registry = new RegistryInMemory();
    private final TopologyBed<InventoryCommand, InventoryEvent, InventoryReply> bed =
            new TopologyBed<>(new InventoryTopology(ProcessKey.generate()), registry, Shows.OPENING);

    InventoryTopologyTest() {
        bed.send(SHOW, Sent.open());
    }

    @AfterEach
    void close() {
        bed.close();
        registry.close();
    }

    @Test
    void tellsTheWaitingEdgeAndTheWorldWhatHappened() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1", "B-East-R-1-2"), "edge-7");

        var reply = bed.replies().getFirst();
        assertThat(reply.key()).isEqualTo(SHOW);
        assertThat(reply.value().getCommandId()).isEqualTo("command-h1");
        assertThat(reply.value().getReplayed()).isFalse();
        assertThat(reply.value().getSequence()).isEqualTo(2);
        assertThat(reply.value().getOutcome()).isInstanceOfSatisfying(SeatsHeld.class, held -> {
            assertThat(held.getTotal()).isEqualTo(170_000);
            assertThat(held.getExpiresAt()).isEqualTo(Shows.OPENING.plus(Shows.HOLD));
        });
        InventoryEvent event = bed.events().getLast().value();
        assertThat(event.getBody()).isEqualTo(reply.value().getOutcome());
        assertThat(event.getEnvelope().getId()).isEqualTo("command-h1#0");
        assertThat(event.getEnvelope().getCausationId()).isEqualTo("command-h1");
        assertThat(event.getEnvelope().getTraceId()).isEqualTo("trace-command-h1");
        assertThat(event.getEnvelope().getActor().getId()).isEqualTo("ann");
    }

    @Test
    void copiesTheSendersAddressAndNoOtherHeader() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"), "edge-7");

        var headers = bed.replies().getFirst().headers().toArray();
        assertThat(headers).singleElement().satisfies(header -> {
            assertThat(header.key()).isEqualTo("reply-to");
            assertThat(new String(header.value(), StandardCharsets.UTF_8)).isEqualTo("edge-7");
        });
    }

    @Test
    void repliesToNobodyWhereNobodyWaits() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.send(SHOW, Sent.release("h1", "ann"));

        assertThat(bed.replies()).isEmpty();
        assertThat(bodies()).hasSize(3);
    }

    @Test
    void numbersAShowsEventsWithoutGapsRefusalsIncluded() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.send("e2", Sent.open());
        bed.send(SHOW, Sent.hold("h2", "ben", "A-1-1"), "edge");
        bed.send(SHOW, Sent.release("h2", "ben"), "edge");
        bed.send(SHOW, Sent.release("h1", "ann"), "edge");
        bed.send(SHOW, Sent.release("h1", "ann"), "edge");

        assertThat(bed.events().stream().filter(event -> event.key().equals(SHOW)))
                .extracting(event -> event.value().getEnvelope().getSequence())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 5).boxed().toList());
        assertThat(bed.replies())
                .extracting(reply -> reply.value().getSequence())
                .containsExactly(3L, 4L, 5L, 5L);
    }

    @Test
    void answersARepeatedRequestAlikeAndLetsItHappenOnce() {
        bed.send(SHOW, Sent.hold("h1", "ann", Sent.key("k", "body"), "A-1-1"), "edge-1");
        bed.send(SHOW, Sent.hold("h2", "ann", Sent.key("k", "body"), "A-1-1"), "edge-2");

        List<TestRecord<String, InventoryReply>> replies = bed.replies();
        assertThat(replies.get(1).value().getOutcome())
                .isEqualTo(replies.get(0).value().getOutcome());
        assertThat(replies.get(1).value().getCommandId()).isEqualTo("command-h2");
        assertThat(replies).extracting(reply -> reply.value().getReplayed()).containsExactly(false, true);
        assertThat(bodies()).hasSize(2);
    }

    @Test
    void repeatsARefusalEvenWhereItWouldBeGrantedNow() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.send(SHOW, Sent.hold("h2", "ben", Sent.key("k", "body"), "A-1-1"), "edge");
        bed.send(SHOW, Sent.release("h1", "ann"));
        bed.send(SHOW, Sent.hold("h3", "ben", Sent.key("k", "body"), "A-1-1"), "edge");

        List<TestRecord<String, InventoryReply>> replies = bed.replies();
        assertThat(replies.get(1).value().getOutcome()).isInstanceOf(Refusal.class);
        assertThat(replies.get(1).value().getSequence()).isEqualTo(4);
    }

    @Test
    void refusesAnotherRequestUnderAUsedKeyWithoutAnEvent() {
        bed.send(SHOW, Sent.hold("h1", "ann", Sent.key("k", "body"), "A-1-1"), "edge");
        bed.send(SHOW, Sent.hold("h2", "ann", Sent.key("k", "another body"), "A-1-2"), "edge");

        InventoryReply conflict = bed.replies().getLast().value();
        assertThat(conflict.getOutcome())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.getCode()).isEqualTo("idempotency_conflict"));
        assertThat(conflict.getReplayed()).isFalse();
        assertThat(bodies()).hasSize(2);
    }

    @Test
    void answersAboutAShowThatNobodyOpenedAndKeepsNothingOfIt() {
        bed.send("e9", Sent.hold("h1", "ann", "A-1-1"), "edge");
        bed.send("e9", Sent.release("h1", "ann"), "edge");

        assertThat(bed.replies())
                .extracting(reply -> ((Refusal) reply.value().getOutcome()).getCode())
                .containsExactly("unknown_event", "unknown_reservation");
        assertThat(bodies()).hasSize(1);
        assertThat(bed.rows(StoredTables.clocks())).isEqualTo(1);
    }

    @Test
    void aKeyIsItsSendersOwn() {
        bed.send(SHOW, Sent.hold("h1", "ann", Sent.key("k", "body"), "A-1-1"), "edge");
        bed.send(SHOW, Sent.hold("h2", "ben", Sent.key("k", "body"), "A-1-2"), "edge");

        assertThat(bed.replies())
                .extracting(reply -> reply.value().getReplayed())
                .containsExactly(false, false);
    }

    @Test
    void aKeyIsNewAgainAfterADayOfTheLog() {
        bed.send(SHOW, Sent.hold("h1", "ann", Sent.key("k", "body"), "A-1-1"), "edge");
        bed.later(Duration.ofHours(24).minusMillis(1));
        bed.send(SHOW, Sent.hold("h2", "ann", Sent.key("k", "body"), "A-1-1"), "edge");
        bed.later(Duration.ofMillis(1));
        bed.send(SHOW, Sent.hold("h3", "ann", Sent.key("k", "another body"), "A-1-1"), "edge");

        assertThat(bed.replies())
                .extracting(reply -> reply.value().getReplayed())
                .containsExactly(false, true, false);
        assertThat(bodies().getLast()).isInstanceOf(SeatsHeld.class);
    }

    @Test
    void theTimerEndsAHoldNobodyAsksFor() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.later(Shows.HOLD.minusSeconds(1));
        assertThat(bodies()).hasSize(2);

        bed.later(Duration.ofSeconds(1));

        List<InventoryEvent> events =
                bed.events().stream().map(TestRecord::value).toList();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getBody()).isInstanceOf(HoldExpired.class);
            assertThat(event.getEnvelope().getActor().getKind()).isEqualTo(ActorKind.SYSTEM);
            assertThat(event.getEnvelope().getSequence()).isEqualTo(3);
        });
    }

    @Test
    void theTimerIsSilentOnceAHoldHasEnded() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.later(Shows.HOLD);
        int commands = bed.bytes(InventoryIo.IO.commands()).size();
        bed.later(Duration.ofMinutes(1));

        assertThat(commands).isEqualTo(1);
        assertThat(bed.bytes(InventoryIo.IO.commands())).isEmpty();
        assertThat(bed.replies()).isEmpty();
    }

    @Test
    void aLateTimerDoesNotMatter() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.laterWithoutTimers(Shows.HOLD);
        bed.send(SHOW, Sent.hold("h2", "ben", "A-1-1"), "edge");

        assertThat(bodies())
                .hasSize(4)
                .satisfies(bodies -> assertThat(bodies.get(2)).isInstanceOf(HoldExpired.class))
                .last()
                .isInstanceOf(SeatsHeld.class);
        assertThat(bed.replies().getFirst().value().getSequence()).isEqualTo(4);
    }

    @Test
    void theTimerRingsInTimeThoughTheHostsClockIsBehindTheLog() {
        bed.laterWithoutTimers(Duration.ofHours(1));
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));

        bed.later(Shows.HOLD.minusMillis(100));
        assertThat(bed.bytes(InventoryIo.IO.commands())).isEmpty();
        bed.later(Duration.ofMillis(100));
        assertThat(bed.bytes(InventoryIo.IO.commands())).hasSize(1);
    }

    @Test
    void whatTimeBroughtIsNotTheDoingOfWhoeverCameNext() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.laterWithoutTimers(Shows.HOLD);
        bed.send(SHOW, Sent.hold("h2", "ben", "A-1-1"), "edge");

        var envelopes = bed.events().stream()
                .skip(2)
                .map(event -> event.value().getEnvelope())
                .toList();
        assertThat(envelopes)
                .extracting(envelope -> envelope.getActor().getId())
                .containsExactly("inventory", "ben");
        assertThat(envelopes).extracting(envelope -> envelope.getId()).containsExactly("command-h2#0", "command-h2#1");
    }

    @Test
    void refusalsAndReleasesKeepTheirShapeOnTheWire() {
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
        bed.send(SHOW, Sent.hold("h2", "ben", "A-1-1", "A-1-2"), "edge");
        bed.send(SHOW, Sent.release("h1", "ann"), "edge");

        List<Object> bodies = bodies();
        assertThat(bodies.get(2)).isInstanceOfSatisfying(HoldRefused.class, refused -> {
            assertThat(refused.getRefusal().getCode()).isEqualTo("seat_taken");
            assertThat(refused.getRefusal().getSubjects()).containsExactly("A-1-1");
        });
        assertThat(bodies.get(3))
                .isInstanceOfSatisfying(
                        HoldReleased.class,
                        released -> assertThat(released.getSeatIds()).containsExactly("A-1-1"));
        assertThat(bed.replies())
                .extracting(reply -> reply.value().getOutcome().getClass().getSimpleName())
                .containsExactly("Refusal", "HoldReleased");
    }

    @Test
    void forgetsRowsNobodyCanSeeAnyMore() {
        bed.send(SHOW, Sent.hold("h1", "ann", Sent.key("k", "body"), "A-1-1"), "edge");
        bed.send(SHOW, Sent.release("h1", "ann"));
        bed.later(Duration.ofHours(26));
        bed.send(SHOW, Sent.hold("h2", "ben", "A-1-1"));
        bed.later(Duration.ofSeconds(2));

        assertThat(bed.rows(InventoryRows.HOLDS)).isEqualTo(1);
        assertThat(bed.rows(StoredTables.answers())).isZero();
        assertThat(bed.rows(InventoryRows.SEATS)).isEqualTo(1);
        assertThat(bed.rows(InventoryRows.FANS)).isEqualTo(1);
    }

    @Test
    void forgetsNothingWhileTheLogStandsStillHoweverLongAgoThatIs() {
        bed.send(SHOW, Sent.hold("h1", "ann", Sent.key("k", "body"), "A-1-1"), "edge");
        bed.send(SHOW, Sent.release("h1", "ann"));
        bed.later(Duration.ofDays(3));

        assertThat(bed.rows(InventoryRows.HOLDS)).isEqualTo(1);
        assertThat(bed.rows(StoredTables.answers())).isEqualTo(1);
    }

    private List<Object> bodies() {
        return bed.events().stream().map(event -> event.value().getBody()).toList();
    }
}
