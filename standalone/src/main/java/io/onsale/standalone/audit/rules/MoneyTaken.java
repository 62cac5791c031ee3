package io.onsale.standalone.audit.rules;

import io.onsale.schemas.checkout.CheckoutCommand;
import io.onsale.schemas.checkout.PaymentStatus;
import io.onsale.schemas.checkout.ReportPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Money that the gateway says it took, and what checkout's own log makes of it; which of the two is read first does not matter. */
final class MoneyTaken {

    /** In which checkout surely has judged a report, unless it stands still. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private record Payment(String event, String order, String id) {}

    private record Report(Logged logged, Instant at) {}

    private final Map<Payment, Report> unexplained = new LinkedHashMap<>();
    private final Set<Payment> explained = new HashSet<>();

    /** Somebody tells checkout something. */
    void told(Logged logged, CheckoutCommand command) {
        if (!(command.getBody() instanceof ReportPayment report) || report.getStatus() != PaymentStatus.CAPTURED) {
            return;
        }
        Payment payment = new Payment(logged.key(), report.getOrderId(), report.getPaymentId());
        if (!explained.contains(payment)) {
            unexplained.putIfAbsent(
                    payment, new Report(logged, command.getEnvelope().getIssuedAt()));
        }
    }

    /** An order is paid by this payment, or has no use for it and says so. */
    void explained(String event, String order, String paymentId) {
        Payment payment = new Payment(event, order, paymentId);
        explained.add(payment);
        unexplained.remove(payment);
    }

    List<Finding> unexplained(Instant now) {
        return unexplained.entrySet().stream()
                .filter(taken -> now.isAfter(taken.getValue().at().plus(PATIENCE)))
                .map(taken -> finding(taken.getValue().logged(), taken.getKey()))
                .toList();
    }

    private static Finding finding(Logged logged, Payment payment) {
        return Finding.at(
                logged,
                Check.MONEY,
                "money is taken by payment %s that no order is paid by and that is not astray".formatted(payment.id()),
                Ids.of(Ids.EVENT, payment.event(), Ids.ORDER, payment.order()));
    }
}
