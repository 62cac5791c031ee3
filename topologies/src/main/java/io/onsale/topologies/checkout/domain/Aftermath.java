package io.onsale.topologies.checkout.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What became of an order's tickets and money afterwards. */
public record Aftermath(List<Cancellation> cancellations, List<Stray> strays) {

    static final Aftermath NONE = new Aftermath(List.of(), List.of());

    public Aftermath {
        cancellations = List.copyOf(cancellations);
        strays = List.copyOf(strays);
    }

    boolean cancelled(String ticketId) {
        return cancellations.stream()
                .anyMatch(cancellation -> cancellation.what().ticketIds().contains(ticketId));
    }

    @Nullable
    Cancellation cancellation(String refundId) {
        return cancellations.stream()
                .filter(cancellation -> cancellation.what().refundId().equals(refundId))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Stray stray(String paymentId) {
        return strays.stream()
                .filter(stray -> stray.paymentId().equals(paymentId))
                .findFirst()
                .orElse(null);
    }

    /** Whether money of this payment came astray; of one that is not known yet, any. */
    boolean knows(String paymentId) {
        return paymentId.isEmpty() ? !strays.isEmpty() : stray(paymentId) != null;
    }

    Aftermath with(Cancellation more) {
        List<Cancellation> all = new ArrayList<>(cancellations);
        all.add(more);
        return new Aftermath(all, strays);
    }

    Aftermath settled(String refundId) {
        return changing(refundId, Cancellation::back);
    }

    private Aftermath changing(String refundId, UnaryOperator<Cancellation> change) {
        return new Aftermath(
                cancellations.stream()
                        .map(cancellation -> cancellation.what().refundId().equals(refundId)
                                ? change.apply(cancellation)
                                : cancellation)
                        .toList(),
                strays);
    }

    /** The gateway refused this refund, of cancelled tickets or of what came astray. */
    Aftermath failed(String orderId, String refundId) {
        Aftermath counted = changing(refundId, Cancellation::failed);
        List<Stray> all = strays.stream()
                .map(stray -> Stray.refundId(orderId, stray.paymentId()).equals(refundId) ? stray.failed() : stray)
                .toList();
        return new Aftermath(counted.cancellations, all);
    }

    /** Of one payment only the newest is remembered: promised money that is taken after all is owed once. */
    Aftermath with(Stray stray) {
        List<Stray> all = new ArrayList<>(strays);
        all.removeIf(earlier -> earlier.paymentId().equals(stray.paymentId()));
        all.add(stray);
        return new Aftermath(cancellations, all);
    }
}
