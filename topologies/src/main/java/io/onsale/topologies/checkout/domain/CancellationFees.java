package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.CancellationPolicy.FeeStep;
import java.util.List;

/** What cancelling costs. */
final class CancellationFees {

    private CancellationFees() {}

    /** The percentage so many whole days before: that of the first step, from many days to few, that asks for no more days. */
    static int percent(CancellationPolicy policy, long days) {
        List<FeeStep> steps = policy.fees();
        for (FeeStep step : steps) {
            if (days >= step.daysBefore()) {
                return step.percent();
            }
        }
        return steps.isEmpty() ? 0 : steps.getLast().percent(); // closer than any step says: the last goes on
    }

    /** Rounded down to the unit. */
    static long fee(long price, int percent) {
        return Math.multiplyExact(price, percent) / 100;
    }
}
