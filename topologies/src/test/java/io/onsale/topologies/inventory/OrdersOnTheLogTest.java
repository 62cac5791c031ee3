package io.onsale.topologies.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.AcceptHold;
import io.onsale.schemas.checkout.AcceptSeats;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.ProlongOrder;
import io.onsale.schemas.checkout.RejectHold;
import io.onsale.schemas.checkout.RejectSeats;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.inventory.ClaimHold;
import io.onsale.schemas.inventory.ConfirmSeats;
import io.onsale.schemas.inventory.ExtendHold;
import io.onsale.schemas.inventory.HoldClaimed;
import io.onsale.schemas.inventory.HoldUnclaimed;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.UnclaimHold;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.inventory.domain.Shows;
import io.onsale.topologies.kit.RegistryInMemory;
import io.onsale.topologies.kit.TopologyBed;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checkout hears of its orders' holds. */
class OrdersOnTheLogTest {

    private static final String SHOW = "e1";

    private final RegistryInMemory registry = new RegistryInMemory();
    private final TopologyBed<InventoryCommand, InventoryEvent, InventoryReply> bed =
            new TopologyBed<>(new InventoryTopology(ProcessKey.generate()), registry, Shows.OPENING);

    OrdersOnTheLogTest() {
        bed.send(SHOW, Sent.open());
        bed.send(SHOW, Sent.hold("h1", "ann", "A-1-1"));
    }

    @AfterEach
    void close() {
        bed.close();
        registry.close();
    }

    @Test
    void showsCheckoutTheHoldThatAnOrderClaims() {
        bed.send(SHOW, Sent.ofCheckout("c1", new ClaimHold("o1", "h1", "ann")));

        var record = told().getFirst();
        assertThat(record.key()).isEqualTo(SHOW);
        CheckoutCommand told = record.value();
        assertThat(told.getEnvelope().getCommandId()).isEqualTo("c1#0>");
        assertThat(told.getEnvelope().getActor().getKind()).isEqualTo(ActorKind.SYSTEM);
        assertThat(told.getBody())
                .isEqualTo(new AcceptHold(
                        "o1",
                        "n1",
                        List.of(new PricedSeat("A-1-1", "A", "1", 1, "R", 100_000L)),
                        List.of(),
                        "KRW",
                        0L,
                        "list-price-1",
                        Shows.OPENING.plus(Shows.HOLD)));
        assertThat(bed.events().getLast().value().getBody()).isEqualTo(new HoldClaimed("o1", "h1", "ann"));
        assertThat(bed.replies()).isEmpty();
    }

    @Test
    void tellsCheckoutOnceWhenAFanGivesAnOrdersHoldBack() {
        bed.send(SHOW, Sent.ofCheckout("c1", new ClaimHold("o1", "h1", "ann")));

        bed.send(SHOW, Sent.release("h1", "ann"));
        bed.send(SHOW, Sent.release("h1", "ann"));

        assertThat(told())
                .hasSize(2)
                .last()
                .satisfies(record -> assertThat(record.value().getBody())
                        .isInstanceOfSatisfying(RejectHold.class, reject -> {
                            assertThat(reject.getOrderId()).isEqualTo("o1");
                            assertThat(reject.getRefusal().getCode()).isEqualTo("reservation_ended");
                        }));
    }

    @Test
    void tellsNobodyOfAHoldThatNoOrderHasClaimed() {
        bed.send(SHOW, Sent.release("h1", "ann"));

        assertThat(told()).isEmpty();
    }

    @Test
    void tellsCheckoutWhoOwnsAndWhoDoesNot() {
        bed.send(SHOW, Sent.ofCheckout("c1", new ClaimHold("o1", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c2", new ClaimHold("o2", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c3", new ConfirmSeats("o2", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c4", new ConfirmSeats("o1", "h1", "ann")));

        var bodies = told().stream().map(record -> record.value().getBody()).toList();
        assertThat(bodies).hasSize(4);
        assertThat(bodies.get(1)).isInstanceOfSatisfying(RejectHold.class, reject -> {
            assertThat(reject.getOrderId()).isEqualTo("o2");
            assertThat(reject.getRefusal().getCode()).isEqualTo("reservation_in_use");
        });
        assertThat(bodies.get(2))
                .isInstanceOfSatisfying(
                        RejectSeats.class,
                        reject -> assertThat(reject.getRefusal().getCode()).isEqualTo("reservation_in_use"));
        assertThat(bodies.get(3)).isEqualTo(new AcceptSeats("o1"));
    }

    @Test
    void tellsCheckoutAgainWhatItAsksAgain() {
        bed.send(SHOW, Sent.ofCheckout("c1", new ClaimHold("o1", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c2", new ClaimHold("o1", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c3", new ConfirmSeats("o1", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c4", new ConfirmSeats("o1", "h1", "ann")));

        var bodies = told().stream().map(record -> record.value().getBody()).toList();
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
        assertThat(bodies.subList(2, 4)).containsOnly(new AcceptSeats("o1"));
    }

    @Test
    void tellsCheckoutThatAnOrdersHoldLastsLonger() {
        bed.send(SHOW, Sent.ofCheckout("c1", new ClaimHold("o1", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c2", new ExtendHold("h1", "ann")));

        assertThat(told().getLast().value().getBody())
                .isEqualTo(new ProlongOrder("o1", Shows.OPENING.plus(Shows.HOLD).plus(Shows.HOLD)));
    }

    @Test
    void aHoldThatItsOrderLeavesIsAnothersToClaim() {
        bed.send(SHOW, Sent.ofCheckout("c1", new ClaimHold("o1", "h1", "ann")));
        bed.send(SHOW, Sent.ofCheckout("c2", new UnclaimHold("o1", "h1", "ann")));
        assertThat(bed.events().getLast().value().getBody()).isEqualTo(new HoldUnclaimed("o1", "h1", "ann"));
        bed.send(SHOW, Sent.ofCheckout("c3", new ClaimHold("o2", "h1", "ann")));

        assertThat(told().getLast().value().getBody())
                .isInstanceOfSatisfying(
                        AcceptHold.class,
                        accept -> assertThat(accept.getOrderId()).isEqualTo("o2"));
    }

    private List<TestRecord<String, CheckoutCommand>> told() {
        return bed.records(Topics.CHECKOUT_COMMANDS);
    }
}
