package io.onsale.standalone.audit;

import io.onsale.schemas.Topics;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.checkout.CancelledBy;
import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.CouponDefined;
import io.onsale.schemas.checkout.CouponWithdrawn;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnd;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.PaymentAuthorised;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.PaymentReturned;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.RefundFailed;
import io.onsale.schemas.checkout.RefundSettled;
import io.onsale.schemas.checkout.ReportPayment;
import io.onsale.schemas.checkout.SeatsSecured;
import io.onsale.schemas.checkout.StrayPayment;
import io.onsale.schemas.checkout.TermsChanged;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.standalone.audit.rules.Logged;
import io.onsale.standalone.audit.rules.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes checkout's log of {@link Story#EVENT} as tests tell it; a ticket costs 100 and a fee of 10, youth pays half. */
public final class OrderStory {

    private final List<Logged> log = new ArrayList<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final long before;
    private Instant now = Story.OPENING;

    private OrderStory(long before) {
        this.before = before;
    }

    /** Goes on after so many events; order {@code o1} is known, a single ticket. */
    public static OrderStory after(long events) {
        OrderStory story = new OrderStory(events);
        story.receipts.put("o1", receipt(null, 10, 110, List.of(line("o1", 1, null, 0, 0, 100))));
        return story;
    }

    /** Orders are taken for the event. */
    public static OrderStory begun() {
        EventDefinition definition = EventDefinition.newBuilder(Story.definition())
                .setConcessions(List.of(
                        new Concession("youth", "Youth", 50, "", null, null, List.of()),
                        new Concession("early", "Early bird", 20, "", Story.OPENING.plusSeconds(60), 2, List.of("A"))))
                .build();
        return new OrderStory(0).write(new TermsChanged(definition));
    }

    /** A coupon for so many percent, or so much, off. */
    public OrderStory coupon(String code, int percent, long amount) {
        return defined(new Coupon(code, percent, amount, 10, 1, Story.OPENING, Story.OPENING.plusSeconds(60), true));
    }

    public OrderStory defined(Coupon coupon) {
        return write(new CouponDefined(coupon));
    }

    public OrderStory withdrawn(String coupon) {
        return write(new CouponWithdrawn(coupon));
    }

    public OrderStory placed(String order, String hold) {
        return write(placing(order, hold).build());
    }

    /** With a coupon on these terms, by Ann. */
    public OrderStory placed(String order, Coupon coupon) {
        return write(placing(order, "hold-of-" + order)
                .setCoupon(coupon.getCode())
                .setCouponTerms(coupon)
                .build());
    }

    public OrderStory placed(OrderPlaced placed) {
        return write(placed);
    }

    public static OrderPlaced.Builder placing(String order, String hold) {
        return OrderPlaced.newBuilder()
                .setOrderId(order)
                .setBookingNumber("number")
                .setHoldId(hold)
                .setFanId("ann")
                .setMethod(PaymentMethod.CARD);
    }

    /** So many tickets at their list price. */
    public OrderStory priced(String order, int tickets) {
        List<ReceiptLine> lines = IntStream.rangeClosed(1, tickets)
                .mapToObj(number -> line(order, number, null, 0, 0, 100))
                .toList();
        return priced(order, receipt(null, 10L * tickets, 110L * tickets, lines));
    }

    /** A ticket for 1 that should cost 100. */
    public OrderStory cheaper(String order, String hold) {
        return placed(order, hold).priced(order, receipt(null, 10, 11, List.of(line(order, 1, null, 0, 0, 1))));
    }

    public OrderStory priced(String order, Receipt receipt) {
        receipts.put(order, receipt);
        return write(new OrderPriced(order, "ann", "night", receipt, Story.OPENING));
    }

    public OrderStory confirmed(String order) {
        return confirmed(order, theReceipt(order).getTotal(), theReceipt(order));
    }

    public OrderStory confirmed(String order, long captured, Receipt receipt) {
        return write(new OrderConfirmed(order, "number", "ann", "night", "payment-" + order, captured, receipt));
    }

    /** The order owns its places. */
    public OrderStory secured(String order) {
        return write(new SeatsSecured(order));
    }

    /** The gateway promised what the order costs. */
    public OrderStory promised(String order) {
        return write(new PaymentAuthorised(
                order, "payment-" + order, theReceipt(order).getTotal()));
    }

    public OrderStory ended(String order) {
        return write(new OrderEnded(order, "ann", OrderEnd.DECLINED, "declined"));
    }

    public OrderStory cancelled(String order, CancelledBy by, long refund, long fee, int left, int... tickets) {
        return write(
                new TicketsCancelled(order, "ann", ids(order, tickets), refund(order, tickets), refund, fee, by, left));
    }

    /** The refund of these tickets reached the fan. */
    public OrderStory settled(String order, long amount, int... tickets) {
        return write(new RefundSettled(order, refund(order, tickets), amount));
    }

    private static List<String> ids(String order, int... tickets) {
        return IntStream.of(tickets).mapToObj(number -> order + "-" + number).toList();
    }

    private static String refund(String order, int... tickets) {
        return "refund-of-" + ids(order, tickets);
    }

    public OrderStory stray(String order, long amount) {
        return write(new StrayPayment(order, "stray-" + order, amount, true, "KRW"));
    }

    /** Goes on so many hours after the opening. */
    public OrderStory at(int hours) {
        now = Story.OPENING.plus(Duration.ofHours(hours));
        return this;
    }

    public OrderStory returned(String order, long amount) {
        return write(new PaymentReturned(order, "stray-" + order, amount, true));
    }

    public OrderStory refundFailed(String order, long amount, int... tickets) {
        return write(new RefundFailed(order, refund(order, tickets), amount, "insufficient_balance"));
    }

    /** Payments tells checkout that the gateway took this order's money. */
    public Logged toldCaptured(String order, String payment, long amount) {
        ReportPayment report = ReportPayment.newBuilder()
                .setOrderId(order)
                .setPaymentId(payment)
                .setAttempt(1)
                .setStatus(PaymentStatus.CAPTURED)
                .setAmount(amount)
                .setCurrency("KRW")
                .build();
        CommandEnvelope envelope = CommandEnvelope.newBuilder()
                .setCommandId("told-" + payment)
                .setCausationId("asked")
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.SYSTEM, "payments"))
                .setIssuedAt(now)
                .build();
        return new Logged(
                new Place(Topics.CHECKOUT_COMMANDS.name(), 0, 0), Story.EVENT, new CheckoutCommand(envelope, report));
    }

    public List<Logged> log() {
        return List.copyOf(log);
    }

    public Receipt theReceipt(String order) {
        return Objects.requireNonNull(receipts.get(order));
    }

    public static Receipt receipt(@Nullable String coupon, long fees, long total, List<ReceiptLine> lines) {
        return new Receipt("KRW", "receipt-1", lines, coupon, fees, total);
    }

    public static ReceiptLine line(
            String order,
            int number,
            @Nullable String concession,
            long concessionDiscount,
            long couponDiscount,
            long price) {
        return ReceiptLine.newBuilder()
                .setTicketId(order + "-" + number)
                .setSection("A")
                .setSeatId("A-1-" + number)
                .setRow("1")
                .setNumber(number)
                .setGrade("R")
                .setListPrice(100L)
                .setConcession(concession)
                .setConcessionDiscount(concessionDiscount)
                .setCouponDiscount(couponDiscount)
                .setPrice(price)
                .setFee(10L)
                .build();
    }

    private OrderStory write(Object body) {
        long sequence = before + log.size() + 1;
        EventEnvelope envelope = new EventEnvelope(
                "order-" + sequence + "#0",
                "order-" + sequence,
                "trace",
                new Actor(ActorKind.FAN, "ann"),
                now,
                sequence);
        Place place = new Place(Topics.CHECKOUT_EVENTS.name(), 0, log.size());
        log.add(new Logged(place, Story.EVENT, new CheckoutEvent(envelope, body)));
        return this;
    }
}
