package io.onsale.topologies.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.inventory.Admission;
import io.onsale.schemas.inventory.ClaimHold;
import io.onsale.schemas.inventory.CloseShopper;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.ShopperClosed;
import io.onsale.schemas.inventory.ShopperClosing;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.inventory.domain.Shopper;
import io.onsale.topologies.inventory.domain.Shows;
import io.onsale.topologies.kit.RegistryInMemory;
import io.onsale.topologies.kit.TopologyBed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Admission hears when somebody it let in can do nothing any more. */
class ShoppersOnTheLogTest {

    private static final String SHOW = "e1";
    private static final Instant END = Shows.OPENING.plus(Duration.ofMinutes(15));
    private static final Admission ANNS = new Admission("e1.1", END);
    private static final CloseShopper CLOSE = new CloseShopper("e1.1", "ann", END);
    private static final ShopperClosed CLOSED = new ShopperClosed("e1.1", "ann", false, END);

    private final RegistryInMemory registry = new RegistryInMemory();
    private final TopologyBed<InventoryCommand, InventoryEvent, InventoryReply> bed =
            new TopologyBed<>(new InventoryTopology(ProcessKey.generate()), registry, Shows.OPENING);

    ShoppersOnTheLogTest() {
        bed.send(SHOW, Sent.open(Shows.behindARoom(Shows.oneNight())));
    }

    @AfterEach
    void close() {
        bed.close();
        registry.close();
    }

    @Test
    void aHoldNamesTheAdmissionItWasMadeBy() {
        bed.send(SHOW, Sent.holdBy(ANNS, "h1", "ann", "A-1-1"));

        assertThat(bed.events().getLast().value().getBody()).isInstanceOfSatisfying(SeatsHeld.class, held -> {
            assertThat(held.getAdmissionId()).isEqualTo("e1.1");
            assertThat(held.getAdmissionEndsAt()).isEqualTo(END);
        });
        assertThat(bed.table(InventoryRows.SHOPPERS).get("e1|e1.1"))
                .isEqualTo(new Shopper("ann", List.of("h1"), Shopper.State.SHOPPING, END));
    }

    @Test
    void admissionIsToldOnceNothingIsLeftAndAgainWhenItAsksAgain() {
        bed.send(SHOW, Sent.holdBy(ANNS, "h1", "ann", "A-1-1"));
        bed.send(SHOW, Sent.ofAdmission("c1", CLOSE));
        bed.send(SHOW, Sent.ofAdmission("c2", CLOSE));

        assertThat(bodies())
                .endsWith(
                        new ShopperClosing("e1.1", "ann", END),
                        new HoldReleased("h1", "ann", "n1", List.of("A-1-1"), List.of(), null),
                        CLOSED,
                        CLOSED);
        assertThat(told()).hasSize(2).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(SHOW);
            assertThat(record.value().getBody()).isEqualTo(new io.onsale.schemas.admission.ShopperClosed("e1.1"));
            assertThat(record.value().getEnvelope().getActor().getKind()).isEqualTo(ActorKind.SYSTEM);
        });
    }

    @Test
    void admissionIsNotToldWhileAnOrderStillHoldsSomething() {
        bed.send(SHOW, Sent.holdBy(ANNS, "h1", "ann", "A-1-1"));
        bed.send(SHOW, Sent.ofCheckout("c1", new ClaimHold("o1", "h1", "ann")));
        bed.send(SHOW, Sent.ofAdmission("c2", CLOSE));
        assertThat(told()).isEmpty();

        bed.later(Shows.HOLD);

        assertThat(told()).hasSize(1);
        assertThat(bodies()).endsWith(CLOSED);
    }

    @Test
    void whoeverIsClosedIsForgottenOnceItsTimeIsOver() {
        bed.send(SHOW, Sent.ofAdmission("c1", CLOSE));
        bed.send(SHOW, Sent.holdBy(new Admission("e1.2", END), "h1", "ben", "A-1-1"));
        bed.send(SHOW, Sent.release("h1", "ben"));
        assertThat(bed.rows(InventoryRows.SHOPPERS)).isEqualTo(2);

        bed.later(Duration.ofDays(1));
        bed.send(SHOW, Sent.release("h1", "ben"));
        bed.later(Duration.ofSeconds(2));

        assertThat(bed.table(InventoryRows.SHOPPERS).get("e1|e1.1")).isNull();
        assertThat(bed.table(InventoryRows.SHOPPERS).get("e1|e1.2")).isNotNull();
    }

    private List<Object> bodies() {
        return bed.events().stream().map(event -> event.value().getBody()).toList();
    }

    private List<TestRecord<String, AdmissionCommand>> told() {
        return bed.records(Topics.ADMISSION_COMMANDS);
    }
}
