package io.onsale.edge.reads;

import io.onsale.schemas.catalogue.CancellationPolicy;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.FeeStep;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What an order of an event has to fulfil, and at what fee it may be cancelled. */
final class ConditionsJson {
    private ConditionsJson() {}

    /**
     * Writes them.
     *
     * @param taken how many tickets have a concession, by its code
     */
    static void write(EventDefinition definition, ToIntFunction<String> taken, Map<String, Object> json) {
        json.put("identity_required", definition.getIdentityRequired());
        json.put("step_up_required", definition.getStepUpRequired());
        json.put(
                "concessions",
                definition.getConcessions().stream()
                        .map(concession -> concession(concession, taken))
                        .toList());
        CancellationPolicy policy = definition.getCancellation();
        if (policy != null) {
            json.put("cancellation", cancellation(policy));
        }
    }

    private static Map<String, Object> concession(Concession concession, ToIntFunction<String> taken) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", concession.getCode());
        json.put("label", concession.getLabel());
        json.put("percent", concession.getPercent());
        json.put("proof", concession.getProof());
        Optional.ofNullable(concession.getUntil()).ifPresent(until -> json.put("until", until.toString()));
        Optional.ofNullable(concession.getQuota()).ifPresent(quota -> {
            json.put("quota", quota);
            json.put("left", Math.max(0, quota - taken.applyAsInt(concession.getCode())));
        });
        if (!concession.getSections().isEmpty()) {
            json.put("sections", concession.getSections());
        }
        return json;
    }

    private static Map<String, Object> cancellation(CancellationPolicy policy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cut_off_hours", policy.getCutOffHours());
        json.put("fees", policy.getFees().stream().map(ConditionsJson::fee).toList());
        json.put("returns", policy.getReturns().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> fee(FeeStep step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("days_before", step.getDaysBefore());
        json.put("percent", step.getPercent());
        return json;
    }
}
