package io.onsale.standalone.audit;

import io.onsale.schemas.common.EventEnvelope;
import io.onsale.standalone.audit.clickhouse.CommittedEvents;
import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.EventSequences;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Logged;
import io.onsale.standalone.audit.rules.Place;
import io.onsale.standalone.audit.rules.Rule;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows every record to every rule and counts what they find. */
final class Judgement implements LogReader.Listener {

    private final List<Rule> rules;
    private final Map<Check, Tally> tallies = new EnumMap<>(Check.class);
    private final CommittedEvents committed = new CommittedEvents();

    Judgement(List<Rule> rules) {
        this.rules = rules;
    }

    @Override
    public void decoded(Logged logged) {
        if (Sources.isOfEvents(logged.place().topic())) {
            committed.add(
                    logged.place(),
                    EventSequences.envelope(logged).map(EventEnvelope::getId).orElse(""));
        }
        rules.forEach(rule -> tally(rule.check()).add(rule.see(logged)));
    }

    /** An event nobody can read is a gap in the log; bytes that are no command are nobody's but their sender's. */
    @Override
    public void undecodable(Place place, String why) {
        if (!Sources.isOfEvents(place.topic())) {
            return;
        }
        committed.add(place, "");
        Finding finding = new Finding(Check.SEQUENCES, "an event cannot be read: " + why, Optional.of(place), Map.of());
        tally(Check.SEQUENCES).add(List.of(finding));
    }

    /** What each rule says at the end of the log; to be asked once. */
    List<Verdict> verdicts(Instant now) {
        rules.forEach(rule -> tally(rule.check()).add(rule.end(now)));
        return rules.stream()
                .map(rule -> tally(rule.check()).verdict(rule.checked()))
                .toList();
    }

    CommittedEvents committed() {
        return committed;
    }

    private Tally tally(Check check) {
        return tallies.computeIfAbsent(check, Tally::new);
    }
}
