package io.onsale.edge.views.orders;

import io.onsale.schemas.checkout.Deposit;
import io.onsale.schemas.checkout.OrderEnd;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.VerificationKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order as it stands.
 *
 * @param sequence of its event's last fact about it
 * @param bill once it is priced
 * @param question while a code is asked for
 * @param deposit where a bank transfer is expected
 * @param ending where it came to nothing
 */
public record Order(
        String eventId,
        OrderPlaced placed,
        Instant placedAt,
        long sequence,
        Status status,
        Optional<Bill> bill,
        Optional<Question> question,
        Optional<Deposit> deposit,
        Optional<Ending> ending,
        List<Cancellation> cancellations) {

    /** Where an order is, as its fan is told. */
    public enum Status {
        PAYMENT_PENDING,
        VERIFICATION_REQUIRED,
        AWAITING_DEPOSIT,
        CONFIRMED,
        REFUSED,
        CANCELLED;

        /** True where nothing more happens by itself, or only when the fan does something. */
        public boolean rests() {
            return this != PAYMENT_PENDING;
        }
    }

    /** What an order costs, and until when it can be paid. */
    public record Bill(String performanceId, PackedReceipt packed, Instant payUntil) {

        /** Made anew whenever somebody asks. */
        public Receipt receipt() {
            return packed.unpacked();
        }
    }

    /** A code that is asked for. */
    public record Question(VerificationKind kind, int attemptsLeft) {}

    /** Why an order came to nothing. */
    public record Ending(OrderEnd why, String detail) {}

    /** Tickets that are no longer valid, and the money for them. */
    public record Cancellation(
            String refundId, List<String> ticketIds, long refund, long fee, boolean byOrganizer, boolean settled) {

        public Cancellation {
            ticketIds = List.copyOf(ticketIds);
        }

        Cancellation asSettled() {
            return new Cancellation(refundId, ticketIds, refund, fee, byOrganizer, true);
        }
    }

    static Order of(String eventId, OrderPlaced placed, Instant at, long sequence) {
        return new Order(
                eventId,
                placed,
                at,
                sequence,
                Status.PAYMENT_PENDING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public String id() {
        return placed.getOrderId();
    }

    public String fanId() {
        return placed.getFanId();
    }

    /** The tickets that are valid. */
    public List<ReceiptLine> tickets() {
        if (status != Status.CONFIRMED) {
            return List.of();
        }
        Set<String> cancelled = new HashSet<>();
        cancellations.forEach(cancellation -> cancelled.addAll(cancellation.ticketIds()));
        return bill.stream()
                .flatMap(it -> it.receipt().getLines().stream())
                .filter(line -> !cancelled.contains(line.getTicketId()))
                .toList();
    }

    Order priced(Bill priced, long now) {
        return new Order(
                eventId, placed, placedAt, now, status, Optional.of(priced), question, deposit, ending, cancellations);
    }

    /** Whatever was said before of when a transfer has to come: it has no longer than the order. */
    Order payableUntil(Instant until, long now) {
        Optional<Bill> other = bill.map(it -> new Bill(it.performanceId(), it.packed(), until));
        Optional<Deposit> inTime = deposit.map(it -> it.getUntil().isAfter(until)
                ? Deposit.newBuilder(it).setUntil(until).build()
                : it);
        return new Order(eventId, placed, placedAt, now, status, other, question, inTime, ending, cancellations);
    }

    Order asking(Question asked, long now) {
        return new Order(
                eventId,
                placed,
                placedAt,
                now,
                Status.VERIFICATION_REQUIRED,
                bill,
                Optional.of(asked),
                deposit,
                ending,
                cancellations);
    }

    Order awaiting(Deposit transfer, long now) {
        return new Order(
                eventId,
                placed,
                placedAt,
                now,
                Status.AWAITING_DEPOSIT,
                bill,
                question,
                Optional.of(transfer),
                ending,
                cancellations);
    }

    /** As it goes on: nothing is asked any more. */
    Order now(Status next, long now) {
        return new Order(eventId, placed, placedAt, now, next, bill, Optional.empty(), deposit, ending, cancellations);
    }

    Order ended(Ending end, long now) {
        return new Order(
                eventId,
                placed,
                placedAt,
                now,
                Status.REFUSED,
                bill,
                Optional.empty(),
                Optional.empty(),
                Optional.of(end),
                cancellations);
    }

    Order cancelled(Cancellation cancellation, int ticketsLeft, long now) {
        List<Cancellation> all = new ArrayList<>(cancellations);
        all.add(cancellation);
        Status next = ticketsLeft == 0 ? Status.CANCELLED : status;
        return new Order(eventId, placed, placedAt, now, next, bill, question, deposit, ending, List.copyOf(all));
    }

    Order settled(String refundId, long now) {
        List<Cancellation> all = cancellations.stream()
                .map(each -> each.refundId().equals(refundId) ? each.asSettled() : each)
                .toList();
        return new Order(eventId, placed, placedAt, now, status, bill, question, deposit, ending, all);
    }
}
