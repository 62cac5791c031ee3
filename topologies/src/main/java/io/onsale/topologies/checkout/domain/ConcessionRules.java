package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Concession;
import io.onsale.topologies.show.domain.Conditions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether an order may claim the concessions it names; whether its places are those they are for is seen with its hold. */
final class ConcessionRules {

    /** Why it may not; null where it may, or claims none. */
    @Nullable
    Refusal objection(CheckoutView view, Conditions conditions, Booking booking, Instant at) {
        if (booking.concessions().isEmpty()) {
            return null;
        }
        Map<String, Concession> known = byCode(conditions);
        Map<String, Long> claimed = new HashMap<>();
        booking.concessions().forEach(claim -> claimed.merge(claim.code(), (long) claim.tickets(), Long::sum));
        if (!known.keySet().containsAll(claimed.keySet())) {
            return Refusal.of("unknown_concession", "This event has no such concession.");
        }
        List<Concession> wanted = conditions.concessions().stream()
                .filter(concession -> claimed.containsKey(concession.code()))
                .toList();
        Refusal over = refusal("concession_over", "This concession is over.", wanted, it -> it.isOver(at));
        return over != null
                ? over
                : refusal(
                        "concession_used_up",
                        "There are not so many tickets left at this concession.",
                        wanted,
                        it -> !it.suffices(view.concessionTickets(it.code()) + claimed.getOrDefault(it.code(), 0L)));
    }

    private static @Nullable Refusal refusal(
            String code, String detail, List<Concession> wanted, Predicate<Concession> refused) {
        List<String> codes =
                wanted.stream().filter(refused).map(Concession::code).toList();
        return codes.isEmpty() ? null : new Refusal(code, detail, codes);
    }

    /** The concessions that there are. */
    static Map<String, Concession> byCode(Conditions conditions) {
        Map<String, Concession> concessions = new HashMap<>();
        conditions.concessions().forEach(concession -> concessions.put(concession.code(), concession));
        return concessions;
    }
}
