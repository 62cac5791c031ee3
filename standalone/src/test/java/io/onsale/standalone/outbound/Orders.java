package io.onsale.standalone.outbound;

import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.ReportPayment;
import io.onsale.schemas.checkout.ReportRefund;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.payments.AnswerChallenge;
import io.onsale.schemas.payments.AuthorisePayment;
import io.onsale.schemas.payments.CheckPayment;
import io.onsale.schemas.payments.PaymentCommand;
import io.onsale.schemas.payments.RefundPayment;
import io.onsale.schemas.payments.VoidPayment;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.SecretSeals;
import io.onsale.standalone.topologies.Floor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Checkout's side of the payments of one event: it writes commands and reads reports. */
final class Orders {

    static final long AMOUNT = 1_000;
    private static final String CURRENCY = "KRW";

    private final Floor floor;
    private final SecretSeals seals;
    private final String event = "event-" + UUID.randomUUID();

    Orders(Floor floor, ProcessKey key) {
        this.floor = floor;
        this.seals = new SecretSeals(key);
    }

    String event() {
        return event;
    }

    RecordMetadata authorise(String order, int attempt, String token) {
        return write(AuthorisePayment.newBuilder()
                .setOrderId(order)
                .setAttempt(attempt)
                .setAmount(AMOUNT)
                .setCurrency(CURRENCY)
                .setMethod(PaymentMethod.CARD)
                .setToken(seals.sealToken(order, token))
                .setPayUntil(Instant.now().plus(Duration.ofMinutes(5)))
                .build());
    }

    /** An answer that is sealed for another order than it is given to. */
    RecordMetadata answer(String order, String sealedFor, String code) {
        return write(new AnswerChallenge(order, "pay_unknown", seals.sealChallenge(sealedFor, code)));
    }

    RecordMetadata release(String order) {
        return write(new VoidPayment(order, ""));
    }

    RecordMetadata refund(String order, String payment, String refund, int attempt) {
        return write(new RefundPayment(order, payment, refund, AMOUNT, CURRENCY, attempt));
    }

    RecordMetadata check(String order) {
        return write(new CheckPayment(order, null));
    }

    RecordMetadata rubbish(byte[] bytes) {
        return floor.write(Topics.PAYMENT_COMMANDS, event, bytes);
    }

    private RecordMetadata write(SpecificRecord body) {
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.SYSTEM, "checkout"))
                .setIssuedAt(Instant.now())
                .build();
        return floor.write(
                Topics.PAYMENT_COMMANDS,
                event,
                PaymentCommand.newBuilder().setEnvelope(envelope).setBody(body).build());
    }

    /** What was reported, once there are so many. */
    List<ReportPayment> payments(int expected) {
        return bodies(ReportPayment.class, expected);
    }

    List<ReportRefund> refunds(int expected) {
        return bodies(ReportRefund.class, expected);
    }

    private <T> List<T> bodies(Class<T> type, int expected) {
        return floor
                .committed(
                        Topics.CHECKOUT_COMMANDS,
                        command -> command.key().equals(event)
                                && type.isInstance(command.value().getBody()),
                        expected)
                .stream()
                .map(Floor.Committed<CheckoutCommand>::value)
                .map(command -> type.cast(command.getBody()))
                .toList();
    }
}
