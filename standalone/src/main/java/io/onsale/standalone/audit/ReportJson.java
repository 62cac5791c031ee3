package io.onsale.standalone.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.standalone.audit.rules.Finding;

/** The report as programs read it. */
final class ReportJson {

    private ReportJson() {}

    static String of(AuditReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", report.at().toString());
        json.put("events", report.events());
        json.put("clean", report.clean());
        ArrayNode verdicts = json.putArray("invariants");
        report.verdicts().forEach(verdict -> write(verdict, verdicts.addObject()));
        return json.toPrettyString();
    }

    private static void write(Verdict verdict, ObjectNode json) {
        json.put("invariant", verdict.check().number());
        json.put("promise", verdict.check().promise());
        json.put("checked", verdict.checked());
        json.put("unit", verdict.check().unit());
        json.put("violations", verdict.violations());
        verdict.unchecked().ifPresent(why -> json.put("not_checked", why));
        ArrayNode findings = json.putArray("findings");
        verdict.findings().forEach(finding -> write(finding, findings.addObject()));
    }

    private static void write(Finding finding, ObjectNode json) {
        json.put("what", finding.what());
        finding.place().ifPresent(place -> {
            json.put("topic", place.topic());
            json.put("partition", place.partition());
            json.put("offset", place.offset());
        });
        ObjectNode ids = json.putObject("ids");
        finding.ids().forEach(ids::put);
    }
}
