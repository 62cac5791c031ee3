package io.onsale.topologies.checkout.domain;

import java.util.ArrayList;
import java.util.List;
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

    Aftermath with(Cancellation more) {
        List<Cancellation> all = new ArrayList<>(cancellations);
        all.add(more);
        return new Aftermath(all, strays);
    }

    Aftermath settled(String refundId) {
        return new Aftermath(
                cancellations.stream()
                        .map(cancellation -> cancellation.what().refundId().equals(refundId)
                                ? new Cancellation(cancellation.what(), true)
                                : cancellation)
                        .toList(),
                strays);
    }

    /** Of one payment only the newest is remembered: promised money that is taken after all is owed once. */
    Aftermath with(Stray stray) {
        List<Stray> all = new ArrayList<>(strays);
        all.removeIf(earlier -> earlier.paymentId().equals(stray.paymentId()));
        all.add(stray);
        return new Aftermath(cancellations, all);
    }
}
