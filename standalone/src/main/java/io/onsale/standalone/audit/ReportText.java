package io.onsale.standalone.audit;

import io.onsale.standalone.audit.rules.Finding;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report as people read it. */
final class ReportText {

    private static final String INDENT = " ".repeat(14);

    private ReportText() {}

    static String of(AuditReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Audit of %s events up to %s".formatted(number(report.events()), report.at()));
        report.verdicts().forEach(verdict -> write(verdict, lines));
        lines.add(report.clean() ? "Nothing is broken." : "BROKEN: see above.");
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static void write(Verdict verdict, List<String> lines) {
        String outcome = verdict.unchecked()
                .map(why -> "not checked: " + why)
                .orElseGet(
                        () -> number(verdict.checked()) + " " + verdict.check().unit());
        lines.add("  %-6s %-4s %s: %s"
                .formatted(
                        word(verdict), verdict.check().number(), verdict.check().promise(), outcome));
        verdict.findings().forEach(finding -> lines.add(INDENT + "- " + line(finding)));
        long more = verdict.violations() - verdict.findings().size();
        if (more > 0) {
            lines.add(INDENT + "… and " + number(more) + " more");
        }
    }

    private static String line(Finding finding) {
        String ids = finding.ids().entrySet().stream()
                .map(id -> id.getKey() + "=" + id.getValue())
                .collect(Collectors.joining(" "));
        String place = finding.place().map(where -> " [" + where + "]").orElse("");
        return (finding.what() + place + " " + ids).stripTrailing();
    }

    private static String word(Verdict verdict) {
        if (verdict.unchecked().isPresent()) {
            return "-";
        }
        return verdict.broken() ? "BROKEN" : "ok";
    }

    private static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }
}
