package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.checkout.domain.CheckoutCommand.AcceptSeats;
import io.onsale.topologies.checkout.domain.CheckoutCommand.SellShow;
import io.onsale.topologies.checkout.domain.CheckoutEvent.CheckoutRefused;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.MapTable;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checkout in memory: commands are given, one is tried, and what follows from it can be looked at. */
final class Till {

    static final String EVENT = "e1";

    /** All rows of checkout. */
    record Rows(
            MapTable<Sale> sales,
            MapTable<Order> orders,
            MapTable<String> holds,
            MapTable<IssuedCoupon> coupons,
            MapTable<Integer> uses,
            MapTable<Integer> concessions) {

        Rows() {
            this(
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>());
        }

        CheckoutBooks books() {
            return new CheckoutBooks(new CheckoutBooks.Tables(sales, orders, holds, coupons, uses, concessions));
        }
    }

    static final Outcome NOTHING = new Outcome(List.of(), List.of(), null, null);

    /** What followed from a command, and what time had brought before it. */
    record Outcome(
            List<Happening> due,
            List<Happening> happened,
            @Nullable Happening answer,
            @Nullable String aside) {

        List<CheckoutEvent> dueEvents() {
            return due.stream().map(Happening::event).toList();
        }

        List<CheckoutEvent> events() {
            return happened.stream().map(Happening::event).toList();
        }

        /** All of them, those that time brought first. */
        List<Errand> errands() {
            List<Errand> errands = new ArrayList<>();
            due.forEach(happening -> errands.addAll(happening.errands()));
            happened.forEach(happening -> errands.addAll(happening.errands()));
            return errands;
        }

        /** The code of the refusal that the sender was told, or an empty text. */
        String refusal() {
            return answer != null && answer.event() instanceof CheckoutRefused refused
                    ? refused.refusal().code()
                    : "";
        }

        /** What that refusal says, or an empty text. */
        String detail() {
            return answer != null && answer.event() instanceof CheckoutRefused refused
                    ? refused.refusal().detail()
                    : "";
        }
    }

    private final CheckoutDecider decider = new CheckoutDecider(Bookings.codes());
    private final Rows rows = new Rows();
    private CheckoutBooks books = rows.books();
    private Instant at = Bookings.OPENING;

    static Till selling(ShowDefinition show) {
        return new Till().given(new SellShow(show));
    }

    static Till selling() {
        return selling(Bookings.show());
    }

    /** With Ann's order o1 of two seats, paid by card. */
    static Till withPaidOrder() {
        return selling().paid("o1", "h1");
    }

    Till paid(String order, String hold) {
        return given(
                Bookings.place(order, hold),
                Bookings.accept(order),
                Bookings.report(order, PaymentReport.Status.AUTHORISED),
                new AcceptSeats(order),
                Bookings.report(order, PaymentReport.Status.CAPTURED));
    }

    Till given(CheckoutCommand... commands) {
        for (CheckoutCommand command : commands) {
            when(command);
        }
        return this;
    }

    Till at(Instant now) {
        at = now;
        return this;
    }

    /** Begins anew from its rows. */
    void restart() {
        books = rows.books();
    }

    /** Clears away what nobody can see. */
    void sweep() {
        Map.copyOf(rows.orders().rows()).forEach((key, order) -> {
            if (books.forgotten(key, order, at)) {
                rows.orders().remove(key);
                books.swept(key, order);
            }
        });
    }

    Till later(Duration time) {
        return at(at.plus(time));
    }

    Instant now() {
        return at;
    }

    Outcome when(CheckoutCommand command) {
        List<Happening> due = decider.due(books.view(EVENT), command, at);
        due.forEach(happened -> books.apply(EVENT, happened, at));
        Decision<Happening> decision = decider.decide(books.view(EVENT), command, at);
        decision.events().forEach(happened -> books.apply(EVENT, happened, at));
        return new Outcome(due, decision.events(), decision.answer(), decision.aside());
    }

    Order order(String id) {
        Order order = books.view(EVENT).order(id);
        if (order == null) {
            throw new AssertionError("there is no order " + id);
        }
        return order;
    }

    CheckoutBooks books() {
        return books;
    }

    Rows rows() {
        return rows;
    }
}
