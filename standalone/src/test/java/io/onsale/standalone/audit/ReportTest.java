package io.onsale.standalone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Ids;
import io.onsale.standalone.audit.rules.Place;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Finding TWICE = new Finding(
            Check.ONE_OWNER,
            "a seat is held twice",
            Optional.of(new Place("onsale.inventory.events.v1", 3, 42)),
            Ids.of(Ids.SEAT, "A-1-1", Ids.HOLD, "h2"));

    @Test
    void hasALineForEachCheckAndTheEvidenceBelowABrokenOne() {
        Tally tally = new Tally(Check.ONE_OWNER);
        tally.add(Collections.nCopies(1_250, TWICE));
        AuditReport report = report(
                new Tally(Check.SEQUENCES).verdict(12_345),
                tally.verdict(4_000),
                Verdict.unchecked(Check.ANSWERS, "no answers were given"));

        List<String> lines = report.text().lines().toList();

        assertThat(report.clean()).isFalse();
        assertThat(lines.get(0)).isEqualTo("Audit of 12,345 events up to 2026-12-01T11:00:00Z");
        assertThat(lines.get(1))
                .isEqualTo("  ok     log  every key's events are numbered without gap or repetition: 12,345 events");
        assertThat(lines.get(2)).startsWith("  BROKEN 1    a seat has at most one owner");
        assertThat(lines.get(3).strip())
                .isEqualTo("- a seat is held twice [onsale.inventory.events.v1/3@42] seat_id=A-1-1 hold_id=h2");
        assertThat(lines).hasSize(26);
        assertThat(lines.get(23).strip()).isEqualTo("… and 1,230 more");
        assertThat(lines.get(24)).startsWith("  -      6").endsWith("not checked: no answers were given");
        assertThat(lines.get(25)).isEqualTo("BROKEN: see above.");
    }

    @Test
    void isCleanWhereNothingThatWasCheckedIsBroken() {
        AuditReport report =
                report(new Tally(Check.ONE_OWNER).verdict(1), Verdict.unchecked(Check.CLICKHOUSE, "none was given"));

        assertThat(report.clean()).isTrue();
        assertThat(report.text().lines()).last().isEqualTo("Nothing is broken.");
    }

    @Test
    void saysTheSameToPrograms() throws JsonProcessingException {
        Tally tally = new Tally(Check.ONE_OWNER);
        tally.add(List.of(TWICE));

        JsonNode json = new JsonMapper().readTree(report(tally.verdict(2)).json());

        assertThat(json.path("clean").asBoolean(true)).isFalse();
        JsonNode invariant = json.path("invariants").path(0);
        assertThat(invariant.path("invariant").asText()).isEqualTo("1");
        assertThat(invariant.path("violations").asInt()).isEqualTo(1);
        assertThat(invariant.path("findings").path(0).path("offset").asInt()).isEqualTo(42);
        assertThat(invariant
                        .path("findings")
                        .path(0)
                        .path("ids")
                        .path("hold_id")
                        .asText())
                .isEqualTo("h2");
    }

    private static AuditReport report(Verdict... verdicts) {
        return new AuditReport(Story.OPENING, 12_345, List.of(verdicts));
    }
}
