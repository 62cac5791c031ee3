package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.CancelOrder;
import io.onsale.topologies.checkout.domain.CheckoutEvent.TicketsCancelled;
import io.onsale.topologies.checkout.domain.Errand.RefundPayment;
import io.onsale.topologies.checkout.domain.Errand.ReturnSeats;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.Performance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tickets are given back, at what fee, and what becomes of their money and places. */
final class CancellationRules {

    private static final String NO_REFUND = "";

    Decision<Happening> cancel(CheckoutView view, @Nullable Order order, CancelOrder cancel, Instant at) {
        if (order == null || !order.belongsTo(cancel.fanId())) {
            return Refusals.refuse(view, cancel.orderId(), Refusals.UNKNOWN_ORDER);
        }
        if (order.awaitsTransfer() && cancel.ticketIds().isEmpty()) {
            return withdraw(order, cancel.preview());
        }
        Refusal objection = objection(order, cancel);
        if (objection != null) {
            return Refusals.refuse(view, order.id(), objection);
        }
        Sale sale = view.sale();
        Performance performance =
                sale == null ? null : sale.performance(order.price().performanceId());
        if (sale == null || performance == null) {
            return Refusals.refuse(view, order.id(), tooLate()); // of a performance that is no longer there
        }
        CancellationPolicy policy = sale.definition().conditions().cancellation();
        List<ReceiptLine> tickets = asked(order, cancel);
        Instant bought = order.boughtAt();
        Instant begins = sale.firstEntry(performance, tickets);
        List<Instant> dates = new ArrayList<>(sale.datesSince(bought, performance));
        dates.add(begins);
        boolean returnable = at.isBefore(begins) || at.isBefore(sale.returnableUntil(bought, performance));
        OptionalInt percent = returnable ? percent(policy, dates, at) : OptionalInt.empty();
        if (percent.isEmpty()) {
            return Refusals.refuse(view, order.id(), tooLate());
        }
        Happening cancelled = byFan(order, tickets, percent.getAsInt(), policy);
        return cancel.preview() ? Decision.answer(cancelled) : Decision.of(cancelled);
    }

    /** Of the most favourable date; empty where none lets anybody cancel any more. */
    private static OptionalInt percent(CancellationPolicy policy, List<Instant> dates, Instant at) {
        Duration cutOff = Duration.ofHours(policy.cutOffHours());
        return dates.stream()
                .filter(date -> at.isBefore(date.minus(cutOff)))
                .mapToInt(date -> CancellationFees.percent(
                        policy, Duration.between(at, date).toDays()))
                .min();
    }

    /** Nothing was paid, so nothing goes back and no fee is taken; a transfer that comes all the same is stray. */
    private static Decision<Happening> withdraw(Order order, boolean preview) {
        Happening nothingBack = Happening.of(new TicketsCancelled(
                order.id(), order.booking().fanId(), List.of(), NO_REFUND, 0, 0, CancelledBy.FAN, 0));
        if (preview) {
            return Decision.answer(nothingBack);
        }
        Happening end = Endings.withdraw(order);
        return new Decision<>(List.of(end), nothingBack);
    }

    private static @Nullable Refusal objection(Order order, CancelOrder cancel) {
        return switch (order.state()) {
            case CANCELLED -> Refusal.of("ticket_cancelled", "All tickets of this order are cancelled.");
            case CONFIRMED -> objectionToTickets(order, cancel.ticketIds());
            default -> Refusal.of("wrong_status", "Only a confirmed order can be cancelled.");
        };
    }

    private static @Nullable Refusal objectionToTickets(Order order, List<String> asked) {
        Set<String> known = new LinkedHashSet<>();
        order.price().receipt().lines().forEach(line -> known.add(line.ticketId()));
        List<String> unknown =
                asked.stream().filter(ticket -> !known.contains(ticket)).toList();
        if (!unknown.isEmpty()) {
            return new Refusal("unknown_ticket", "The order has no such ticket.", unknown);
        }
        List<String> cancelled =
                asked.stream().filter(order.aftermath()::cancelled).toList();
        return cancelled.isEmpty()
                ? null
                : new Refusal("ticket_cancelled", "This ticket is cancelled already.", cancelled);
    }

    private static Refusal tooLate() {
        return Refusal.of("too_late", "Tickets of this performance can't be cancelled any more.");
    }

    private static List<ReceiptLine> asked(Order order, CancelOrder cancel) {
        Set<String> tickets = Set.copyOf(cancel.ticketIds());
        return order.validTickets().stream()
                .filter(line -> tickets.isEmpty() || tickets.contains(line.ticketId()))
                .toList();
    }

    /** The fee is taken of the price; booking fees are kept. */
    private static Happening byFan(Order order, List<ReceiptLine> tickets, int percent, CancellationPolicy policy) {
        long paid = tickets.stream().mapToLong(ReceiptLine::paid).reduce(0, Math::addExact);
        long refund = tickets.stream()
                .mapToLong(line -> line.price() - CancellationFees.fee(line.price(), percent))
                .reduce(0, Math::addExact);
        Booking booking = order.booking();
        ReturnSeats back = new ReturnSeats(
                order.id(),
                booking.holdId(),
                booking.fanId(),
                tickets.stream()
                        .map(ReceiptLine::seat)
                        .filter(Objects::nonNull)
                        .map(ReceiptLine.Seat::id)
                        .toList(),
                areas(tickets),
                false,
                policy.returns());
        return happening(order, tickets, refund, paid - refund, CancelledBy.FAN, back);
    }

    /** Everything that is left of an order, whole, because the performance does not take place. */
    Happening byOrganizer(Order order) {
        List<ReceiptLine> tickets = order.validTickets();
        long paid = tickets.stream().mapToLong(ReceiptLine::paid).reduce(0, Math::addExact);
        return happening(order, tickets, paid, 0, CancelledBy.ORGANIZER, Endings.everything(order));
    }

    private static Happening happening(
            Order order, List<ReceiptLine> tickets, long refund, long fee, CancelledBy by, ReturnSeats back) {
        String refundId =
                order.id() + "-refund-" + (order.aftermath().cancellations().size() + 1);
        TicketsCancelled cancelled = new TicketsCancelled(
                order.id(),
                order.booking().fanId(),
                tickets.stream().map(ReceiptLine::ticketId).toList(),
                refundId,
                refund,
                fee,
                by,
                order.validTickets().size() - tickets.size());
        List<Errand> errands = new ArrayList<>(List.of(back));
        if (refund > 0) {
            String currency = order.price().receipt().currency();
            errands.add(new RefundPayment(order.id(), order.payment().id(), refundId, refund, currency, 1));
        }
        return new Happening(cancelled, errands);
    }

    private static List<HeldArea> areas(List<ReceiptLine> tickets) {
        Map<HeldArea, Integer> places = new LinkedHashMap<>();
        tickets.stream()
                .filter(line -> line.seat() == null)
                .map(line -> new HeldArea(line.section(), line.slot(), 1, line.grade(), line.listPrice()))
                .forEach(area -> places.merge(area, 1, Integer::sum));
        return places.entrySet().stream()
                .map(area -> area.getKey().times(area.getValue()))
                .toList();
    }
}
