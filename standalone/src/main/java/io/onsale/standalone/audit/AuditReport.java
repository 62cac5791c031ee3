package io.onsale.standalone.audit;

import java.time.Instant;
import java.util.List;

/**
 * The outcome of an audit.
 *
 * @param at when it began
 * @param events how many committed events it read
 * @param verdicts one for each check, in the order of their numbers
 */
public record AuditReport(Instant at, long events, List<Verdict> verdicts) {

    /** True where nothing that was checked is broken. */
    public boolean clean() {
        return verdicts.stream().noneMatch(Verdict::broken);
    }

    /** For people: a line for each check, findings below it. */
    public String text() {
        return ReportText.of(this);
    }

    /** For programs. */
    public String json() {
        return ReportJson.of(this);
    }
}
