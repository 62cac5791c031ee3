package io.onsale.edge.reads;

import io.onsale.schemas.catalogue.CancellationPolicy;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.FeeStep;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What an order of an event has to fulfil, and at what fee it may be cancelled. */
final class ConditionsJson {
    private ConditionsJson() {}

    static void write(EventDefinition definition, Map<String, Object> json) {
        json.put("identity_required", definition.getIdentityRequired());
        json.put("step_up_required", definition.getStepUpRequired());
        json.put(
                "concessions",
                definition.getConcessions().stream()
                        .map(ConditionsJson::concession)
                        .toList());
        CancellationPolicy policy = definition.getCancellation();
        if (policy != null) {
            json.put("cancellation", cancellation(policy));
        }
    }

    private static Map<String, Object> concession(Concession concession) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", concession.getCode());
        json.put("label", concession.getLabel());
        json.put("percent", concession.getPercent());
        json.put("proof", concession.getProof());
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
