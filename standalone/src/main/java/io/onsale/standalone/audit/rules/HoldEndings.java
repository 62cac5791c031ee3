package io.onsale.standalone.audit.rules;

import io.onsale.schemas.inventory.HoldExtended;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every hold ends once: it is confirmed, released or given back before its deadline, or expires at it and within a second. What is confirmed has no
 * deadline any more and only comes back from its order.
 *
 * <p>No command sees a hold after its deadline. So a seat is not held anew, nor is a hold refused because of it, before the overdue hold's expiry stands
 * in the log.
 */
public final class HoldEndings extends InventoryRule {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final String SEAT_TAKEN = "seat_taken";

    private record Hold(
            String event,
            String id,
            String fan,
            String performance,
            List<String> seats,
            Instant deadline,
            Logged held) {

        Hold until(Instant later) {
            return new Hold(event, id, fan, performance, seats, later, held);
        }
    }

    private record Seat(String event, String id) {}

    private final boolean restarts;
    private final Silences silences = new Silences(GRACE);
    private final Map<String, Hold> open = new HashMap<>();
    /** The hold that owns a seat, by performance. */
    private final Map<Seat, Map<String, Hold>> owners = new HashMap<>();

    private final Set<String> ended = new HashSet<>();
    private final Set<String> owned = new HashSet<>();
    private long checked;

    /**
     * @param restarts true where the topology may have been stopped at times; an expiry may then be late if its partition was silent from the deadline on,
     *     and must follow within a second once it came to life again
     */
    public HoldEndings(boolean restarts) {
        super(Check.HOLDS_END);
        this.restarts = restarts;
    }

    @Override
    void seeAny(Logged logged, Instant at) {
        silences.sign(logged.place().partition(), at);
    }

    @Override
    List<Finding> held(Logged logged, Instant at, SeatsHeld held) {
        checked++;
        List<Finding> findings = new ArrayList<>();
        Hold hold = new Hold(
                logged.key(),
                held.getHoldId(),
                held.getFanId(),
                held.getPerformanceId(),
                seatIds(held),
                held.getExpiresAt(),
                logged);
        if (open.put(hold.id(), hold) != null || ended.contains(hold.id())) {
            findings.add(about(logged, "a hold is given twice", hold));
        }
        for (String seat : seatIds(held)) {
            Hold before = owners.computeIfAbsent(new Seat(logged.key(), seat), key -> new HashMap<>())
                    .put(held.getPerformanceId(), hold);
            if (before != null && isOverdue(before, at)) {
                findings.add(about(logged, "seat " + seat + " is held anew before an overdue hold expired", before));
            }
        }
        return findings;
    }

    @Override
    List<Finding> ended(Logged logged, Instant at, End end) {
        Hold hold = open.remove(end.hold());
        if (hold == null) {
            String what = owned.contains(end.hold())
                    ? "a hold is " + end.word() + " that an order owns"
                    : ended.contains(end.hold()) ? "a hold ends twice" : "a hold ends that was never given";
            return List.of(finding(logged, what, Ids.EVENT, logged.key(), Ids.HOLD, end.hold(), Ids.FAN, end.fan()));
        }
        ended.add(end.hold());
        forget(hold);
        List<Finding> findings = new ArrayList<>();
        if (!hold.fan().equals(end.fan())) {
            findings.add(about(logged, "a hold ends for another fan, " + end.fan(), hold));
        }
        end.deadline()
                .ifPresentOrElse(
                        deadline -> findings.addAll(expired(logged, at, deadline, hold)),
                        () -> findings.addAll(inTime(logged, at, "released", hold)));
        return findings;
    }

    @Override
    List<Finding> extended(Logged logged, Instant at, HoldExtended extended) {
        Hold hold = open.get(extended.getHoldId());
        if (hold == null) {
            return List.of(unknown(logged, "extended", extended.getHoldId(), extended.getFanId()));
        }
        Hold longer = hold.until(extended.getExpiresAt());
        open.put(hold.id(), longer);
        for (String seat : hold.seats()) {
            owners.getOrDefault(new Seat(hold.event(), seat), new HashMap<>())
                    .replace(hold.performance(), hold, longer);
        }
        return inTime(logged, at, "extended", hold);
    }

    @Override
    List<Finding> confirmed(Logged logged, Instant at, SeatsConfirmed confirmed) {
        Hold hold = open.remove(confirmed.getHoldId());
        if (hold == null) {
            return List.of(unknown(logged, "confirmed", confirmed.getHoldId(), confirmed.getFanId()));
        }
        owned.add(hold.id());
        forget(hold);
        return inTime(logged, at, "confirmed", hold);
    }

    @Override
    List<Finding> returned(Logged logged, Instant at, SeatsReturned back) {
        if (owned.contains(back.getHoldId())) {
            return List.of();
        }
        Hold hold = open.remove(back.getHoldId());
        if (hold == null) {
            return List.of(unknown(logged, "given back", back.getHoldId(), back.getFanId()));
        }
        ended.add(hold.id());
        forget(hold);
        return inTime(logged, at, "given back", hold);
    }

    private void forget(Hold hold) {
        for (String seat : hold.seats()) {
            owners.getOrDefault(new Seat(hold.event(), seat), new HashMap<>()).remove(hold.performance(), hold);
        }
    }

    private Finding unknown(Logged logged, String word, String hold, String fan) {
        String what = "a hold is " + word + " that is not open";
        return finding(logged, what, Ids.EVENT, logged.key(), Ids.HOLD, hold, Ids.FAN, fan);
    }

    private List<Finding> inTime(Logged logged, Instant at, String word, Hold hold) {
        return isOverdue(hold, at)
                ? List.of(about(logged, "a hold is %s %s after its deadline".formatted(word, late(hold, at)), hold))
                : List.of();
    }

    private List<Finding> expired(Logged logged, Instant at, Instant deadline, Hold hold) {
        if (!deadline.equals(hold.deadline())) {
            return List.of(about(logged, "a hold expires by another deadline, " + deadline, hold));
        }
        if (at.isBefore(deadline)) {
            return List.of(about(logged, "a hold expires before its deadline, at " + at, hold));
        }
        Instant due = deadline.plus(GRACE);
        boolean inTime = !at.isAfter(due) || wasSilent(logged.place().partition(), due, at);
        return inTime
                ? List.of()
                : List.of(about(logged, "a hold expires %s after its deadline".formatted(late(hold, at)), hold));
    }

    private boolean wasSilent(int partition, Instant due, Instant at) {
        return restarts && silences.excuse(partition, due, at, GRACE);
    }

    @Override
    List<Finding> refused(Logged logged, Instant at, HoldRefused refused) {
        if (!refused.getRefusal().getCode().equals(SEAT_TAKEN)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (String seat : refused.getRefusal().getSubjects()) {
            for (Hold hold : overdueOwners(new Seat(logged.key(), seat), at)) {
                findings.add(about(logged, "seat " + seat + " is refused because of an overdue hold", hold));
            }
        }
        return findings;
    }

    /** The overdue holds of a seat, unless in some performance a hold within its time owns it: a refusal does not name the performance. */
    private Collection<Hold> overdueOwners(Seat seat, Instant at) {
        Collection<Hold> holds = owners.getOrDefault(seat, Map.of()).values();
        return holds.stream().allMatch(hold -> isOverdue(hold, at)) ? holds : List.of();
    }

    @Override
    public List<Finding> end(Instant now) {
        return open.values().stream()
                .filter(hold -> now.isAfter(hold.deadline().plus(GRACE)))
                .filter(hold -> !excusedAtTheEnd(hold))
                .map(hold ->
                        about(hold.held(), "a hold is open %s after its deadline".formatted(late(hold, now)), hold))
                .toList();
    }

    private boolean excusedAtTheEnd(Hold hold) {
        int partition = hold.held().place().partition();
        return restarts && silences.silentSince(partition, hold.deadline().plus(GRACE));
    }

    @Override
    public long checked() {
        return checked;
    }

    /** A hold is due at its deadline, not just after it. */
    private static boolean isOverdue(Hold hold, Instant at) {
        return !at.isBefore(hold.deadline());
    }

    private static String late(Hold hold, Instant at) {
        return Duration.between(hold.deadline(), at).toMillis() + " ms";
    }

    private Finding about(Logged logged, String what, Hold hold) {
        return finding(
                logged,
                what,
                Ids.EVENT,
                hold.event(),
                Ids.HOLD,
                hold.id(),
                Ids.FAN,
                hold.fan(),
                "deadline",
                hold.deadline().toString());
    }
}
