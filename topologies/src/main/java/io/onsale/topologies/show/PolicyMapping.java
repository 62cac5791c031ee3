package io.onsale.topologies.show;

import io.onsale.schemas.admission.QueuePolicy;
import io.onsale.waiting.Policy;

/** The rule that orders a line between Avro and the domain: catalogue names it, admission goes by it. */
public final class PolicyMapping {

    private PolicyMapping() {}

    public static Policy fromAvro(QueuePolicy policy) {
        return new Policy(
                policy.getVersion(),
                policy.getPlatinum(),
                policy.getGold(),
                policy.getPerPurchase(),
                policy.getEarlinessMost(),
                policy.getSuspicionAbove(),
                policy.getSuspicionPenalty());
    }

    public static QueuePolicy toAvro(Policy policy) {
        return new QueuePolicy(
                policy.version(),
                policy.platinum(),
                policy.gold(),
                policy.perPurchase(),
                policy.earlinessMost(),
                policy.suspicionAbove(),
                policy.suspicionPenalty());
    }
}
