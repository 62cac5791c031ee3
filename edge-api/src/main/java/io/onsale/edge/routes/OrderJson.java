package io.onsale.edge.routes;

import io.onsale.edge.views.orders.Order;
import io.onsale.edge.views.orders.Order.Bill;
import io.onsale.edge.views.orders.Order.Cancellation;
import io.onsale.edge.views.orders.Order.Status;
import io.onsale.schemas.checkout.Deposit;
import io.onsale.schemas.checkout.Receipt;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An order as its fan is told of it. */
record OrderJson(Shows shows) {

    Map<String, Object> of(Order order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order_id", order.id());
        json.put("booking_number", order.placed().getBookingNumber());
        json.put("status", status(order.status()));
        json.put("event_id", order.eventId());
        json.put("reservation_id", order.placed().getHoldId());
        json.put("payment_method", word(order.placed().getMethod()));
        json.put("placed_at", order.placedAt().toString());
        json.put("total", order.bill().map(bill -> bill.receipt().getTotal()).orElse(0L));
        order.bill().ifPresent(bill -> bill(json, bill, tickets(order, bill)));
        order.question().ifPresent(asked -> {
            Map<String, Object> question = new LinkedHashMap<>();
            question.put("kind", word(asked.kind()));
            question.put("attempts_left", asked.attemptsLeft());
            json.put("verification", question);
        });
        order.deposit().ifPresent(deposit -> json.put("deposit", deposit(deposit)));
        order.ending().ifPresent(ending -> {
            Map<String, Object> refusal = new LinkedHashMap<>();
            refusal.put("code", word(ending.why()));
            refusal.put("detail", ending.detail());
            json.put("refusal", refusal);
        });
        order.bill()
                .filter(bill -> !order.tickets().isEmpty())
                .ifPresent(bill -> json.put("tickets", tickets(order, bill).of(order.tickets())));
        if (!order.cancellations().isEmpty()) {
            json.put(
                    "cancellations",
                    order.cancellations().stream().map(OrderJson::cancellation).toList());
        }
        return json;
    }

    /** For its tickets. */
    TicketJson tickets(Order order, Bill bill) {
        return new TicketJson(shows.definition(order.eventId()), bill.performanceId());
    }

    private static void bill(Map<String, Object> json, Bill bill, TicketJson tickets) {
        Receipt receipt = bill.receipt();
        json.put("currency", receipt.getCurrency());
        json.put("performance_id", bill.performanceId());
        json.put("pay_until", bill.payUntil().toString());
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("rule_version", receipt.getRuleVersion());
        told.put("lines", tickets.of(receipt.getLines()));
        Optional.ofNullable(receipt.getCoupon()).ifPresent(coupon -> told.put("coupon", coupon));
        told.put("fees", receipt.getFees());
        told.put("total", receipt.getTotal());
        json.put("receipt", told);
    }

    private static Map<String, Object> cancellation(Cancellation cancellation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ticket_ids", cancellation.ticketIds());
        json.put("refund", cancellation.refund());
        json.put("fee", cancellation.fee());
        json.put("by", cancellation.byOrganizer() ? "organizer" : "fan");
        json.put("refund_status", cancellation.settled() ? "settled" : "pending");
        return json;
    }

    private static Map<String, Object> deposit(Deposit deposit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bank", deposit.getBank());
        json.put("account", deposit.getAccount());
        json.put("until", deposit.getUntil().toString());
        return json;
    }

    /** A bank transfer that is awaited is a payment that is pending; what it waits for is told besides. */
    private static String status(Status status) {
        return word(status == Status.AWAITING_DEPOSIT ? Status.PAYMENT_PENDING : status);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
