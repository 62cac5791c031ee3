package io.onsale.topologies.checkout;

import static io.onsale.topologies.checkout.Wire.TOTAL;
import static io.onsale.topologies.checkout.Wire.command;
import static io.onsale.topologies.checkout.Wire.report;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.catalogue.SeatReturn;
import io.onsale.schemas.checkout.AcceptSeats;
import io.onsale.schemas.checkout.CancelOrder;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.CheckoutReply;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.DefineCoupon;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnd;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.RefundSettled;
import io.onsale.schemas.checkout.RefundStatus;
import io.onsale.schemas.checkout.RejectHold;
import io.onsale.schemas.checkout.ReportRefund;
import io.onsale.schemas.checkout.SellShow;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.checkout.VerificationPassed;
import io.onsale.schemas.checkout.VerifyOrder;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.ClaimHold;
import io.onsale.schemas.inventory.ConfirmSeats;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.ReturnSeats;
import io.onsale.schemas.inventory.UnclaimHold;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.messages.SendCode;
import io.onsale.schemas.payments.AuthorisePayment;
import io.onsale.schemas.payments.CapturePayment;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.payments.RefundPayment;
import io.onsale.schemas.payments.VoidPayment;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.checkout.domain.Bookings;
import io.onsale.topologies.testing.TopologyBench;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckoutTopologyTest {

    private final ProcessKey key = ProcessKey.generate();
    private final TopologyBench<CheckoutCommand, CheckoutEvent, CheckoutReply> bench =
            new TopologyBench<>(new CheckoutTopology(key));

    CheckoutTopologyTest() {
        bench.send("e1", command("sell", new SellShow(Wire.show())));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anOrderGoesFromItsHoldToItsTickets() {
        bench.send("e1", command("c1", Wire.place("o1", "h1")));
        assertThat(inventory()).containsExactly(new ClaimHold("o1", "h1", "ann"));
        bench.send("e1", command("c2", Wire.accept("o1")));
        assertThat(payments())
                .containsExactly(new AuthorisePayment(
                        "o1",
                        1,
                        TOTAL,
                        "KRW",
                        PaymentMethod.CARD,
                        Wire.bytes("sealed token"),
                        Bookings.OPENING.plus(Bookings.HOLD)));
        bench.send("e1", command("c3", report("o1", PaymentStatus.AUTHORISED)));
        assertThat(inventory()).containsExactly(new ConfirmSeats("o1", "h1", "ann"));
        bench.send("e1", command("c4", new AcceptSeats("o1")));
        assertThat(payments()).containsExactly(new CapturePayment("o1", "p1", TOTAL, "KRW"));
        bench.send("e1", command("c5", report("o1", PaymentStatus.CAPTURED)));

        assertThat(bodies().getLast()).isInstanceOfSatisfying(OrderConfirmed.class, confirmed -> {
            assertThat(confirmed.getCaptured()).isEqualTo(TOTAL);
            assertThat(confirmed.getBookingNumber()).isEqualTo("ABCD-EFGH-JKMN");
            assertThat(confirmed.getReceipt().getLines()).hasSize(3);
            assertThat(confirmed.getReceipt().getLines().get(0).getSeatId()).isEqualTo("A-1-1");
            assertThat(confirmed.getReceipt().getLines().get(2).getSlot()).isEqualTo("18:00");
        });
        assertThat(bench.replies())
                .as("nobody waits for what inventory and payments said")
                .filteredOn(reply -> reply.getCommandId().equals("c1"))
                .singleElement()
                .satisfies(reply -> assertThat(reply.getOutcome()).isInstanceOf(OrderPlaced.class));
    }

    @Test
    void whatOthersAreToldComesFromAnEventAndWaitsForNoAnswer() {
        bench.send("e1", command("c1", Wire.place("o1", "h1")));

        var sent = bench.records(Topics.INVENTORY_COMMANDS).getFirst();
        assertThat(sent.key()).isEqualTo("e1");
        assertThat(sent.headers()).isEmpty();
        CommandEnvelope envelope = sent.value().getEnvelope();
        assertThat(envelope.getCommandId()).isEqualTo("c1#0>");
        assertThat(envelope.getCausationId()).isEqualTo("c1#0");
        assertThat(envelope.getActor().getKind()).isEqualTo(ActorKind.SYSTEM);
        assertThat(envelope.getIdempotency()).isNull();
    }

    @Test
    void noEventAndNoReplyCarriesASecret() {
        bench.send("e1", command("c1", Wire.place("o1", "h1")));

        assertThat(bench.bytes(Topics.CHECKOUT_EVENTS)).allSatisfy(CheckoutTopologyTest::tellsNoSecret);
        assertThat(bench.bytes(Topics.CHECKOUT_REPLIES)).allSatisfy(CheckoutTopologyTest::tellsNoSecret);
    }

    private static void tellsNoSecret(byte[] bytes) {
        assertThat(new String(bytes, UTF_8)).doesNotContain("sealed");
    }

    @Test
    void anOrderRepeatedUnderItsKeyIsPlacedOnce() {
        bench.send("e1", Wire.repeatable("c1", "body", Wire.place("o1", "h1")));
        bench.send("e1", Wire.repeatable("c2", "body", Wire.place("o2", "h1")));
        bench.send("e1", Wire.repeatable("c3", "another", Wire.place("o3", "h3")));

        var replies = bench.replies().stream()
                .filter(reply -> reply.getCommandId().startsWith("c"))
                .toList();
        assertThat(replies.get(1).getReplayed()).isTrue();
        assertThat(replies.get(1).getOutcome()).isEqualTo(replies.get(0).getOutcome());
        assertThat(((Refusal) replies.get(2).getOutcome()).getCode()).isEqualTo("idempotency_conflict");
        assertThat(inventory()).hasSize(1);
    }

    @Test
    void aRefusalIsAnEventAndAnAnswer() {
        bench.send("e1", command("c1", Wire.place("o1", "h1")));
        bench.send("e1", command("c2", Wire.place("o2", "h1")));
        bench.send("e9", command("c3", Wire.place("o3", "h3")));

        assertThat(bench.replies().stream()
                        .map(CheckoutReply::getOutcome)
                        .filter(Refusal.class::isInstance)
                        .map(outcome -> ((Refusal) outcome).getCode()))
                .containsExactly("reservation_in_use", "unknown_event");
        assertThat(bench.events()).hasSize(3);
    }

    @Test
    void anOrderWithoutAHoldEnds() {
        bench.send("e1", command("c1", Wire.place("o1", "h1")));
        inventory();
        Refusal refusal = new Refusal("unknown_reservation", "There is none.", List.of(), List.of());
        bench.send("e1", command("c2", new RejectHold("o1", refusal)));

        assertThat(bodies().getLast())
                .isEqualTo(new OrderEnded("o1", "ann", OrderEnd.HOLD_LOST, "unknown_reservation"));
        assertThat(inventory()).isEmpty();
    }

    @Test
    void anUnpaidOrderEndsByItself() {
        bench.send("e1", command("c1", Wire.place("o1", "h1")));
        bench.send("e1", command("c2", Wire.accept("o1")));
        inventory();
        payments();
        bench.later(Bookings.HOLD.minusSeconds(1));
        assertThat(bodies()).hasSize(3);
        bench.later(Duration.ofSeconds(1));

        assertThat(bodies()).containsExactly(new OrderEnded("o1", "ann", OrderEnd.EXPIRED, "It was not paid in time."));
        assertThat(inventory()).containsExactly(new UnclaimHold("o1", "h1", "ann"));
        assertThat(payments()).containsExactly(new VoidPayment("o1", ""));
        bench.later(Duration.ofSeconds(1));
        assertThat(bodies()).isEmpty();
    }

    @Test
    void theRightCodeIsTheOneThatWasSent() {
        bench.send("e1", command("sell2", new SellShow(Wire.showConfirmedByCode())));
        bench.send("e1", command("c1", Wire.place("o1", "h1")));
        bench.send("e1", command("c2", Wire.accept("o1")));
        var sent = bench.records(Topics.MESSAGE_COMMANDS).getFirst();
        assertThat(sent.value().getBody())
                .isEqualTo(new SendCode(Wire.bytes("sealed recipient"), CodePurpose.ORDER, "o1", 1, "ann"));
        Codes codes = new Codes(key);
        String code = codes.code(CodePurpose.ORDER, "o1", 1);

        bench.send("e1", command("c3", verify(codes, code.equals("000000") ? "000001" : "000000")));
        bench.send("e1", command("c4", verify(codes, code)));

        var outcomes = bench.replies().stream().map(CheckoutReply::getOutcome).toList();
        assertThat(outcomes)
                .filteredOn(Refusal.class::isInstance)
                .singleElement()
                .satisfies(refusal -> assertThat(((Refusal) refusal).getCode()).isEqualTo("wrong_code"));
        assertThat(outcomes).last().isInstanceOf(VerificationPassed.class);
        assertThat(payments()).singleElement().isInstanceOf(AuthorisePayment.class);
    }

    private static VerifyOrder verify(Codes codes, String typed) {
        ByteBuffer proof = ByteBuffer.wrap(codes.proof(CodePurpose.ORDER, "o1", typed));
        return new VerifyOrder("o1", "ann", proof, Wire.bytes("sealed code"));
    }

    @Test
    void cancelledTicketsGoBackAndTheirMoneyToo() {
        paid();
        bench.send("e1", command("c6", new CancelOrder("o1", "ann", List.of("o1-2"), false)));

        TicketsCancelled cancelled =
                (TicketsCancelled) bench.replies().getLast().getOutcome();
        assertThat(cancelled.getRefund()).isEqualTo(1_000);
        assertThat(cancelled.getLeft()).isEqualTo(2);
        assertThat(inventory())
                .last()
                .isEqualTo(new ReturnSeats(
                        "o1",
                        "h1",
                        "ann",
                        List.of(),
                        List.of(new HeldArea("Floor", "18:00", 1, "S", 1_000L)),
                        false,
                        SeatReturn.NIGHT_BATCH));
        assertThat(payments()).last().isEqualTo(new RefundPayment("o1", "p1", "o1-refund-1", 1_000L, "KRW", 1));
        bench.send("e1", command("c7", new ReportRefund("o1", "o1-refund-1", RefundStatus.SETTLED, 1_000L, "")));
        bench.send("e1", command("c8", new ReportRefund("o1", "o1-refund-1", RefundStatus.SETTLED, 1_000L, "")));
        assertThat(bodies()).filteredOn(RefundSettled.class::isInstance).hasSize(1);
    }

    @Test
    void anOrganizersCouponIsAnswered() {
        Coupon coupon =
                new Coupon("TEN", 10, 0L, 5, 1, Bookings.OPENING, Bookings.OPENING.plus(Duration.ofDays(1)), false);
        bench.send("e1", command("c1", new DefineCoupon("organizer", coupon)));

        assertThat(bench.replies().getLast().getOutcome()).isEqualTo(new CouponDefined(coupon));
    }

    @Test
    void bytesThatAreNoCommandBecomeDeadLettersAndTheStreamGoesOn() {
        bench.sendBytes("e1".getBytes(UTF_8), new byte[] {1, 2, 3});
        bench.send("e1", command("c1", Wire.place("o1", "h1")));

        assertThat(bench.deadLetters()).hasSize(1);
        assertThat(inventory()).hasSize(1);
    }

    @Test
    void moneyForAnUnknownOrderBecomesADeadLetterAndTheStreamGoesOn() {
        bench.send("e1", command("c0", report("o9", PaymentStatus.CAPTURED)));
        bench.send("e1", command("c1", Wire.place("o1", "h1")));

        assertThat(bench.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getReason()).contains("money");
            assertThat(letter.getValue()).isNotNull();
        });
        assertThat(inventory()).hasSize(1);
    }

    private void paid() {
        bench.send("e1", command("c1", Wire.place("o1", "h1")));
        bench.send("e1", command("c2", Wire.accept("o1")));
        bench.send("e1", command("c3", report("o1", PaymentStatus.AUTHORISED)));
        bench.send("e1", command("c4", new AcceptSeats("o1")));
        bench.send("e1", command("c5", report("o1", PaymentStatus.CAPTURED)));
    }

    private List<Object> bodies() {
        return bench.events().stream().map(CheckoutEvent::getBody).toList();
    }

    private List<Object> inventory() {
        return bench.values(Topics.INVENTORY_COMMANDS).stream()
                .map(InventoryCommand::getBody)
                .toList();
    }

    private List<Object> payments() {
        return bench.values(Topics.PAYMENT_COMMANDS).stream()
                .map(PaymentCommand::getBody)
                .toList();
    }
}
