package io.onsale.standalone.audit.rules;

import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.PaymentAuthorised;
import io.onsale.schemas.checkout.PaymentReturned;
import io.onsale.schemas.checkout.RefundSettled;
import io.onsale.schemas.checkout.SeatsSecured;
import io.onsale.schemas.checkout.StrayPayment;
import io.onsale.schemas.checkout.TicketsCancelled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every order's money balances to the unit: captured − refunded − refunds pending = valid tickets at their receipts + fees kept. What is pending goes back
 * within hours, what is to be taken is within hours known to be, and whatever the gateway took is an order's, or astray.
 */
public final class MoneyBalance implements Rule {

    /** By which the taking of an order's money is owed. */
    private static final String CAPTURE = "capture";

    private final Map<String, Long> totals = new HashMap<>();
    private final Map<String, OrderMoney> paid = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    /** Stray money that was captured and has to go back, by payment. */
    private final Map<String, Long> strays = new HashMap<>();

    /** Orders that own their places and are not paid yet. */
    private final Set<String> secured = new HashSet<>();

    /** Orders whose money is promised and not taken yet. */
    private final Set<String> promised = new HashSet<>();

    private final MoneyOwed owed = new MoneyOwed();
    private final MoneyTaken taken = new MoneyTaken();

    @Override
    public Check check() {
        return Check.MONEY;
    }

    @Override
    public List<Finding> see(Logged logged) {
        return switch (logged.value()) {
            case CheckoutEvent event -> see(logged, event);
            case CheckoutCommand command -> {
                taken.told(logged, command);
                yield List.of();
            }
            default -> List.of();
        };
    }

    private List<Finding> see(Logged logged, CheckoutEvent event) {
        Instant at = event.getEnvelope().getAt();
        return switch (event.getBody()) {
            case OrderPriced priced -> priced(priced);
            case SeatsSecured places -> half(logged, at, places.getOrderId(), secured, promised);
            case PaymentAuthorised payment -> half(logged, at, payment.getOrderId(), promised, secured);
            case OrderConfirmed confirmed -> confirmed(logged, confirmed);
            case OrderEnded ended -> ended(logged, ended);
            case TicketsCancelled cancelled -> cancelled(logged, at, cancelled);
            case RefundSettled refund -> settled(logged, refund);
            case StrayPayment stray -> stray(logged, at, stray);
            case PaymentReturned returned -> returned(logged, returned);
            default -> List.of();
        };
    }

    private List<Finding> priced(OrderPriced priced) {
        totals.put(priced.getOrderId(), priced.getReceipt().getTotal());
        return List.of();
    }

    /** Once places and promise are there, the money is taken next. */
    private List<Finding> half(Logged logged, Instant at, String order, Set<String> orders, Set<String> others) {
        orders.add(order);
        if (others.contains(order)) {
            owed.owe(logged, at, order, CAPTURE, "nobody has said whether an order's money was taken");
        }
        return List.of();
    }

    private void decided(String order) {
        secured.remove(order);
        promised.remove(order);
        owed.settle(order, CAPTURE);
    }

    private List<Finding> confirmed(Logged logged, OrderConfirmed confirmed) {
        String order = confirmed.getOrderId();
        decided(order);
        taken.explained(logged.key(), order, confirmed.getPaymentId());
        OrderMoney money =
                new OrderMoney(confirmed.getCaptured(), confirmed.getReceipt().getLines());
        List<String> wrong = new ArrayList<>();
        if (paid.put(order, money) != null) {
            wrong.add("an order is paid twice");
        }
        if (ended.contains(order)) {
            wrong.add("an order is confirmed that had come to nothing");
        }
        Long total = totals.get(order);
        if (total == null || total != confirmed.getCaptured()) {
            wrong.add("%d is captured where %s was due".formatted(confirmed.getCaptured(), total));
        }
        return findings(logged, order, wrong, money);
    }

    private List<Finding> ended(Logged logged, OrderEnded end) {
        ended.add(end.getOrderId());
        decided(end.getOrderId());
        return paid.containsKey(end.getOrderId())
                ? List.of(finding(logged, end.getOrderId(), "an order comes to nothing that is paid"))
                : List.of();
    }

    private List<Finding> cancelled(Logged logged, Instant at, TicketsCancelled cancelled) {
        if (cancelled.getRefund() > 0) {
            owed.owe(logged, at, cancelled.getOrderId(), cancelled.getRefundId(), "a refund is pending");
        }
        OrderMoney money = paid.get(cancelled.getOrderId());
        return money == null
                ? List.of(finding(logged, cancelled.getOrderId(), "tickets are cancelled that were never paid"))
                : findings(logged, cancelled.getOrderId(), money.cancel(cancelled), money);
    }

    private List<Finding> settled(Logged logged, RefundSettled refund) {
        owed.settle(refund.getOrderId(), refund.getRefundId());
        OrderMoney money = paid.get(refund.getOrderId());
        return money == null
                ? List.of(finding(logged, refund.getOrderId(), "money goes back that was never paid"))
                : findings(logged, refund.getOrderId(), money.settle(refund.getRefundId(), refund.getAmount()), money);
    }

    private List<Finding> stray(Logged logged, Instant at, StrayPayment stray) {
        owed.owe(logged, at, stray.getOrderId(), stray.getPaymentId(), "stray money is not given back");
        if (stray.getCaptured()) {
            taken.explained(logged.key(), stray.getOrderId(), stray.getPaymentId());
            strays.put(stray.getPaymentId(), stray.getAmount());
        }
        return List.of();
    }

    private List<Finding> returned(Logged logged, PaymentReturned returned) {
        owed.settle(returned.getOrderId(), returned.getPaymentId());
        if (!returned.getCaptured()) {
            return List.of();
        }
        Long due = strays.remove(returned.getPaymentId());
        return due != null && due == returned.getAmount()
                ? List.of()
                : List.of(finding(
                        logged,
                        returned.getOrderId(),
                        "%d goes back where %s had come astray".formatted(returned.getAmount(), due)));
    }

    private List<Finding> findings(Logged logged, String order, List<String> wrong, OrderMoney money) {
        List<Finding> findings = new ArrayList<>();
        wrong.forEach(what -> findings.add(finding(logged, order, what)));
        if (findings.isEmpty() && money.imbalance() != 0) {
            findings.add(finding(logged, order, "the books are out by " + money.imbalance()));
        }
        return findings;
    }

    private static Finding finding(Logged logged, String order, String what) {
        return Finding.at(logged, Check.MONEY, what, Ids.of(Ids.EVENT, logged.key(), Ids.ORDER, order));
    }

    @Override
    public List<Finding> end(Instant now) {
        List<Finding> findings = new ArrayList<>(owed.overdue(now));
        findings.addAll(taken.unexplained(now));
        return findings;
    }

    @Override
    public long checked() {
        return paid.size();
    }
}
