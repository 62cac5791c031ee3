package io.onsale.topologies.catalogue.domain;

import io.onsale.schemas.bounds.EventBounds;
import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.CancellationPolicy.FeeStep;
import io.onsale.topologies.show.domain.CancellationPolicy.Night;
import io.onsale.topologies.show.domain.Concession;
import io.onsale.topologies.show.domain.Conditions;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an event's concessions and its terms of cancelling must be like. */
final class ConditionRules {

    private ConditionRules() {}

    /**
     * Names what is wrong.
     *
     * @param before what the event is like now, if there is one: fees that it keeps are not asked for anew
     */
    static void check(ShowDefinition show, @Nullable ShowDefinition before, Problems problems) {
        Conditions conditions = show.conditions();
        concessions(show, problems);
        CancellationPolicy policy = conditions.cancellation();
        problems.checkWithin(policy.cutOffHours(), 0, EventBounds.LATEST_CUT_OFF_HOURS, "cancellation.cut_off_hours");
        if (before == null || !before.conditions().cancellation().fees().equals(policy.fees())) {
            fees(policy.fees(), problems);
        }
        Night night = policy.night();
        problems.checkWithin(night.from(), 0, EventBounds.LAST_MINUTE, "cancellation.night_from");
        problems.checkWithin(night.until(), 0, EventBounds.LAST_MINUTE, "cancellation.night_until");
        problems.check(
                night.from() != night.until(), "cancellation.night_until", "must be another minute than night_from");
    }

    private static void concessions(ShowDefinition show, Problems problems) {
        List<Concession> concessions = show.conditions().concessions();
        problems.check(
                concessions.size() <= EventBounds.MOST_CONCESSIONS,
                "concessions",
                "must be at most " + EventBounds.MOST_CONCESSIONS);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < concessions.size(); i++) {
            Concession concession = concessions.get(i);
            String field = "concessions[" + i + "].";
            problems.checkName(concession.code(), field + "code");
            problems.check(codes.add(concession.code()), field + "code", "must be its own");
            problems.checkName(concession.label(), field + "label");
            problems.checkWithin(concession.percent(), 1, 100, field + "percent");
            problems.checkText(concession.proof(), 0, EventBounds.PROOF_LENGTH, field + "proof");
            bounds(show, concession, field, problems);
        }
    }

    private static void bounds(ShowDefinition show, Concession concession, String field, Problems problems) {
        Instant until = concession.until();
        problems.check(
                until == null || until.isAfter(show.terms().onSaleAt()), field + "until", "must be after on_sale_at");
        Integer quota = concession.quota();
        if (quota != null) {
            problems.checkWithin(quota, 1, EventBounds.MOST_SEATS_TO_SELL, field + "quota");
        }
        Set<String> sections = show.sections().stream().map(Section::name).collect(Collectors.toSet());
        problems.check(
                sections.containsAll(concession.sections())
                        && Set.copyOf(concession.sections()).size()
                                == concession.sections().size(),
                field + "sections",
                "must each be a section of the event, and named once");
    }

    private static void fees(List<FeeStep> fees, Problems problems) {
        problems.check(
                fees.size() <= EventBounds.MOST_FEE_STEPS,
                "cancellation.fees",
                "must be at most " + EventBounds.MOST_FEE_STEPS);
        for (int i = 0; i < fees.size(); i++) {
            FeeStep step = fees.get(i);
            String field = "cancellation.fees[" + i + "].";
            problems.checkWithin(step.daysBefore(), 0, EventBounds.MOST_DAYS_BEFORE, field + "days_before");
            problems.checkWithin(step.percent(), 0, EventBounds.HIGHEST_FEE_PERCENT, field + "percent");
            problems.check(
                    i == 0 || step.percent() >= fees.get(i - 1).percent(),
                    field + "percent",
                    "must not be less than the step's before");
            problems.check(
                    i == 0 || step.daysBefore() < fees.get(i - 1).daysBefore(),
                    field + "days_before",
                    "must be fewer than the step's before");
        }
    }
}
