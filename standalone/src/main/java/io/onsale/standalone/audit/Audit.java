package io.onsale.standalone.audit;

import io.onsale.analytics.migrations.MaterializedView;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.audit.answers.AnswerFile;
import io.onsale.standalone.audit.answers.AnswersInLog;
import io.onsale.standalone.audit.clickhouse.CommittedEvents;
import io.onsale.standalone.audit.clickhouse.Completeness;
import io.onsale.standalone.audit.clickhouse.EventsTable;
import io.onsale.standalone.audit.clickhouse.ViewTables;
import io.onsale.standalone.audit.rules.AdmissionLimits;
import io.onsale.standalone.audit.rules.AreaCapacity;
import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.EventSequences;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.HoldEndings;
import io.onsale.standalone.audit.rules.LineOrder;
import io.onsale.standalone.audit.rules.MoneyBalance;
import io.onsale.standalone.audit.rules.NightBatches;
import io.onsale.standalone.audit.rules.ReceiptPrices;
import io.onsale.standalone.audit.rules.Reductions;
import io.onsale.standalone.audit.rules.Rule;
import io.onsale.standalone.audit.rules.SeatOwners;
import io.onsale.standalone.audit.rules.TicketLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The audit: reads the log once, lets every rule judge it, and reports. */
public final class Audit {

    private final AuditSettings settings;
    private final Clock clock;

    private Audit(AuditSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Audits the log as it stands now.
     *
     * @throws AuditException if the log, the answers or ClickHouse cannot be read
     */
    public static AuditReport run(AuditSettings settings) {
        return run(settings, Clock.systemUTC());
    }

    /** Audits as if it were the clock's time, by which holds that are still open are judged. */
    static AuditReport run(AuditSettings settings, Clock clock) {
        return new Audit(settings, clock).run();
    }

    private AuditReport run() {
        Instant now = clock.instant();
        Judgement judgement = new Judgement(rules());
        try (SchemaRegistryClient registry = new SchemaRegistryClient(settings.registry());
                LogReader log = new LogReader(
                        settings.bootstrapServers(),
                        new AvroSerdes(registry, Registration.LOOK_UP),
                        Sources.ALL,
                        settings.patience())) {
            log.read(judgement);
            List<Verdict> verdicts = new ArrayList<>(judgement.verdicts(now));
            if (settings.answers().isEmpty()) {
                verdicts.add(Verdict.unchecked(Check.ANSWERS, "no answers were given"));
            }
            verdicts.add(clickHouse(log, judgement.committed()));
            return new AuditReport(now, judgement.committed().count(), List.copyOf(verdicts));
        }
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                new EventSequences(),
                new SeatOwners(),
                new AreaCapacity(),
                new NightBatches(settings.restarts()),
                new TicketLimits(),
                new MoneyBalance(),
                new HoldEndings(settings.restarts()),
                new AdmissionLimits(),
                new LineOrder(settings.restarts()),
                new ReceiptPrices(),
                new Reductions()));
        settings.answers().ifPresent(journal -> rules.add(new AnswersInLog(AnswerFile.read(journal))));
        return rules;
    }

    private static Map<TopicPartition, Long> eventsOf(LogReader log) {
        Map<TopicPartition, Long> ends = new HashMap<>(log.ends());
        ends.keySet().removeIf(partition -> !Sources.isOfEvents(partition.topic()));
        return ends;
    }

    private Verdict clickHouse(LogReader log, CommittedEvents committed) {
        if (settings.clickHouse().isEmpty()) {
            return Verdict.unchecked(Check.CLICKHOUSE, "no ClickHouse was given");
        }
        try (EventsTable table = new EventsTable(settings.clickHouse().get())) {
            Tally tally = new Tally(Check.CLICKHOUSE);
            Map<TopicPartition, Long> ends = eventsOf(log);
            List<Finding> findings = new Completeness(committed, ends, table).check(settings.patience());
            tally.add(findings);
            // A sink that was waited for in vain has had its time.
            Duration rest = findings.isEmpty() ? settings.patience() : Duration.ZERO;
            tally.add(new ViewTables(MaterializedView.all(), ends, table).check(rest));
            return tally.verdict(committed.count());
        }
    }
}
