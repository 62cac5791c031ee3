package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptHold;
import io.onsale.topologies.checkout.domain.CheckoutCommand.PlaceOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.ReportPayment;
import io.onsale.topologies.checkout.domain.CheckoutCommand.VerifyOrder;
import io.onsale.topologies.checkout.domain.PaymentReport.Step;
import io.onsale.topologies.kit.domain.Sealed;
import io.onsale.topologies.show.domain.Billing;
import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.CancellationPolicy.FeeStep;
import io.onsale.topologies.show.domain.CancellationPolicy.Night;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import io.onsale.topologies.show.domain.Concession;
import io.onsale.topologies.show.domain.Conditions;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Terms;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A show on sale, and what fans, inventory and the gateway say about orders of it. */
public final class Bookings {

    public static final Instant OPENING = Instant.parse("2030-01-01T10:00:00Z");
    public static final Instant NIGHT = OPENING.plus(Duration.ofDays(30));
    public static final Duration HOLD = Duration.ofMinutes(8);
    public static final long PRICE = 100_001;
    public static final long FEE = 2_000;
    public static final long TWO_SEATS = 2 * (PRICE + FEE);

    /** Cancelling is free until ten days before, then 10 %, from three days on 30 %, and impossible in the last day. */
    static final CancellationPolicy POLICY = new CancellationPolicy(
            24,
            List.of(new FeeStep(10, 0), new FeeStep(3, 10), new FeeStep(1, 30)),
            Returns.NIGHT_BATCH,
            new Night(120, 300, ZoneId.of("Asia/Seoul")));

    static final Conditions CONDITIONS = new Conditions(
            false,
            false,
            POLICY,
            List.of(new Concession("youth", "Youth", 20, "", null, 40, List.of()), new Concession("all", "", 100, "")));

    private Bookings() {}

    /** Two nights, n1 and n2. */
    public static ShowDefinition show() {
        return show(CONDITIONS);
    }

    public static ShowDefinition showConfirmedByCode() {
        return show(new Conditions(false, true, POLICY, CONDITIONS.concessions()));
    }

    static ShowDefinition show(Conditions conditions) {
        return new ShowDefinition(
                new Billing("A show", "", "concert", "Seoul", "", "", 0, "organizer"),
                new Terms("KRW", 4, (int) HOLD.toSeconds(), OPENING, null, FEE),
                conditions,
                List.of(
                        new Performance("n1", NIGHT, "One", 1, false),
                        new Performance("n2", NIGHT.plus(Duration.ofDays(1)), "Two", 1, false)),
                List.of(Section.ofSeats("A", "R", PRICE, List.of(new Row("1", 10)), Map.of())));
    }

    static Coupon coupon(String code, int percent, long amount) {
        return new Coupon(code, percent, amount, 2, 1, OPENING, OPENING.plus(Duration.ofDays(7)), true);
    }

    /** Ann's order of a hold, by card. */
    public static PlaceOrder place(String order, String hold) {
        return place(order, booking(hold, PaymentMethod.CARD, null));
    }

    static PlaceOrder place(String order, Booking booking) {
        return new PlaceOrder(order, booking, new Secrets(sealed("ann@example.com"), sealed("token")), false);
    }

    static Booking booking(String hold, PaymentMethod method, @Nullable String coupon, ConcessionClaim... concessions) {
        return booking("ann", hold, method, coupon, concessions);
    }

    static Booking booking(
            String fan, String hold, PaymentMethod method, @Nullable String coupon, ConcessionClaim... concessions) {
        return new Booking("BOOK-" + hold, hold, fan, null, null, method, coupon, null, Arrays.asList(concessions));
    }

    static ConcessionClaim claim(String code, String... seats) {
        return new ConcessionClaim(code, List.of(seats), null, 0);
    }

    /** Of the first night, at the prices of the show; held since the opening. */
    static HeldPlaces places(String... seats) {
        return new HeldPlaces(
                "n1", Arrays.stream(seats).map(Bookings::seat).toList(), List.of(), "KRW", FEE, OPENING.plus(HOLD));
    }

    private static HeldSeat seat(String id) {
        int number = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
        return new HeldSeat(id, "A", "1", number, "R", PRICE);
    }

    /** Two seats. */
    static AcceptHold accept(String order) {
        return new AcceptHold(order, places("A-1-1", "A-1-2"));
    }

    static ReportPayment report(String order, PaymentReport.Status status) {
        return report(order, "p-" + order, status, TWO_SEATS);
    }

    static ReportPayment report(String order, String payment, PaymentReport.Status status, long amount) {
        Deposit deposit = status == PaymentReport.Status.AWAITING_DEPOSIT
                ? new Deposit("Bank", "12-34", OPENING.plus(Duration.ofDays(3)))
                : null;
        String reason = switch (status) {
            case DECLINED, VOIDED, FAILED -> "the reason";
            default -> "";
        };
        return new ReportPayment(
                order, new PaymentReport(payment, status, amount, "KRW", reason, deposit, null, step(status)));
    }

    /** As the gateway had it at an instant. */
    static ReportPayment read(String order, PaymentReport.Status status, Instant asOf) {
        PaymentReport told = report(order, status).report();
        return new ReportPayment(
                order,
                new PaymentReport(
                        told.paymentId(),
                        status,
                        told.amount(),
                        told.currency(),
                        told.reason(),
                        told.deposit(),
                        asOf,
                        Step.CHECK));
    }

    /** When something is asked of the gateway it says how the payment stands, and why it refuses. */
    static ReportPayment asked(String order, Step step, PaymentReport.Status status, String reason) {
        return new ReportPayment(
                order, new PaymentReport("p-" + order, status, TWO_SEATS, "KRW", reason, null, null, step));
    }

    private static Step step(PaymentReport.Status status) {
        return switch (status) {
            case CAPTURED, FAILED -> Step.CAPTURE;
            case VOIDED -> Step.RELEASE;
            default -> Step.AUTHORISE;
        };
    }

    static VerifyOrder verify(String order, String proof) {
        return new VerifyOrder(order, "ann", sealed(proof), sealed("code"));
    }

    /** The proof that is right. */
    static String right(String order) {
        return "proof-" + order + "-1";
    }

    static OrderCodes codes() {
        return (order, attempt) -> ("proof-" + order + "-" + attempt).getBytes(StandardCharsets.UTF_8);
    }

    public static Sealed sealed(String text) {
        return Sealed.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
