package io.onsale.topologies.show;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.SeatReturn;
import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.CancellationPolicy.FeeStep;
import io.onsale.topologies.show.domain.CancellationPolicy.Night;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import io.onsale.topologies.show.domain.Concession;
import io.onsale.topologies.show.domain.Conditions;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A show's conditions between Avro and the domain. */
final class ConditionsMapping {

    private ConditionsMapping() {}

    static Conditions fromAvro(EventDefinition event) {
        return new Conditions(
                event.getIdentityRequired(),
                event.getStepUpRequired(),
                policy(event.getCancellation()),
                event.getConcessions().stream()
                        .map(concession -> new Concession(
                                concession.getCode(),
                                concession.getLabel(),
                                concession.getPercent(),
                                concession.getProof(),
                                concession.getUntil(),
                                concession.getQuota(),
                                concession.getSections()))
                        .toList());
    }

    static void toAvro(Conditions conditions, EventDefinition.Builder event) {
        event.setIdentityRequired(conditions.identityRequired())
                .setStepUpRequired(conditions.stepUpRequired())
                .setCancellation(toAvro(conditions.cancellation()))
                .setConcessions(conditions.concessions().stream()
                        .map(concession -> new io.onsale.schemas.catalogue.Concession(
                                concession.code(),
                                concession.label(),
                                concession.percent(),
                                concession.proof(),
                                concession.until(),
                                concession.quota(),
                                concession.sections()))
                        .toList());
    }

    private static CancellationPolicy policy(io.onsale.schemas.catalogue.@Nullable CancellationPolicy policy) {
        if (policy == null) {
            return CancellationPolicy.LENIENT;
        }
        return new CancellationPolicy(
                policy.getCutOffHours(),
                policy.getFees().stream()
                        .map(step -> new FeeStep(step.getDaysBefore(), step.getPercent()))
                        .toList(),
                Returns.valueOf(policy.getReturns().name()),
                new Night(policy.getNightFrom(), policy.getNightUntil(), ZoneId.of(policy.getZone())));
    }

    private static io.onsale.schemas.catalogue.@Nullable CancellationPolicy toAvro(CancellationPolicy policy) {
        if (policy.equals(CancellationPolicy.LENIENT)) {
            return null;
        }
        return new io.onsale.schemas.catalogue.CancellationPolicy(
                policy.cutOffHours(),
                policy.fees().stream()
                        .map(step -> new io.onsale.schemas.catalogue.FeeStep(step.daysBefore(), step.percent()))
                        .toList(),
                SeatReturn.valueOf(policy.returns().name()),
                policy.night().from(),
                policy.night().until(),
                policy.night().zone().getId());
    }
}
