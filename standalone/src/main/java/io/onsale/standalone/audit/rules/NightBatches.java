package io.onsale.standalone.audit.rules;

import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.inventory.BatchReleased;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import io.onsale.schemas.privacy.Hmac;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every batch of returned places comes back at the instant to which it was bound before anybody knew it, and within a second of it; a cancelled
 * performance's never, and one's that is sold no longer than it was when they began to wait perhaps at once.
 *
 * <p>That nobody holds what waits is what {@link SeatOwners} and {@link AreaCapacity} look at.
 */
public final class NightBatches extends InventoryRule {

    private static final Duration GRACE = Duration.ofSeconds(1);

    /** The next night begins within a day and is no longer than another; clocks may go back meanwhile. */
    private static final Duration LATEST = Duration.ofHours(50);

    private record Id(String event, String batch) {}

    private static final class Batch {
        private final Logged first;
        private final Instant begun;
        private final String performance;
        private final Instant soldUntil;
        private final @Nullable ByteBuffer commitment;
        private final Set<String> seats = new HashSet<>();
        private int places;
        private @Nullable Instant released;

        Batch(Logged first, Instant begun, Instant soldUntil, SeatsReturned back) {
            this.first = first;
            this.begun = begun;
            this.soldUntil = soldUntil;
            this.performance = back.getPerformanceId();
            this.commitment = back.getCommitment();
        }

        boolean waits() {
            return !seats.isEmpty() || places > 0;
        }
    }

    private final boolean restarts;
    private final Silences silences = new Silences(GRACE);
    private final Map<Id, Batch> batches = new HashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Map<String, Instant> soldUntil = new HashMap<>();
    private long checked;

    /** @param restarts true where the topology may have been stopped at times; see {@link HoldEndings} */
    public NightBatches(boolean restarts) {
        super(Check.NIGHT);
        this.restarts = restarts;
    }

    @Override
    void seeAny(Logged logged, Instant at) {
        silences.sign(logged.place().partition(), at);
    }

    @Override
    List<Finding> defined(Logged logged, EventDefinition definition) {
        definition.getPerformances().stream()
                .filter(performance -> performance.getStatus() == PerformanceStatus.CANCELLED)
                .forEach(performance -> cancelled.add(performance(logged, performance.getPerformanceId())));
        Instant saleEnds = Objects.requireNonNullElse(definition.getSaleEndsAt(), Instant.MAX);
        definition
                .getPerformances()
                .forEach(performance -> soldUntil.put(
                        performance(logged, performance.getPerformanceId()),
                        Collections.min(List.of(performance.getStartsAt(), saleEnds))));
        return List.of();
    }

    @Override
    List<Finding> stopped(Logged logged, String performanceId) {
        cancelled.add(performance(logged, performanceId));
        return List.of();
    }

    @Override
    List<Finding> returned(Logged logged, Instant at, SeatsReturned back) {
        if (back.getBatchId() == null) {
            return List.of();
        }
        Id id = new Id(logged.key(), back.getBatchId());
        Batch batch = batches.computeIfAbsent(
                id, unknown -> new Batch(logged, at, soldUntil(logged, back.getPerformanceId()), back));
        batch.seats.addAll(back.getSeatIds());
        batch.places += places(List.of(), back.getAreas());
        List<Finding> findings = new ArrayList<>();
        if (back.getCommitment() == null) {
            findings.add(about(logged, "places wait in a batch that is bound to nothing", id));
        } else if (!Objects.equals(back.getCommitment(), batch.commitment)) {
            findings.add(about(logged, "a batch is bound anew", id));
        }
        if (batch.released != null) {
            findings.add(about(logged, "places wait in a batch that has come back", id));
        }
        return findings;
    }

    @Override
    List<Finding> released(Logged logged, Instant at, BatchReleased released) {
        checked++;
        Id id = new Id(logged.key(), released.getBatchId());
        Batch batch = batches.get(id);
        if (batch == null) {
            return List.of(about(logged, "a batch comes back in which nothing waits", id));
        }
        List<Finding> findings = new ArrayList<>();
        if (!commitment(id, released).equals(batch.commitment)) {
            findings.add(about(logged, "a batch is not bound to what is revealed of it", id));
        }
        if (cancelled.contains(performance(logged, batch.performance))) {
            findings.add(about(logged, "a cancelled performance's batch comes back", id));
        }
        findings.addAll(inTime(logged, at, released.getInstant(), batch, id));
        findings.addAll(remove(logged, released, batch, id));
        batch.released = at;
        return findings;
    }

    private List<Finding> inTime(Logged logged, Instant at, Instant instant, Batch batch, Id id) {
        boolean begins = batch.released == null;
        if (begins
                && at.isBefore(instant)
                && !soldUntil(logged, batch.performance).isBefore(batch.soldUntil)) {
            return List.of(about(logged, "a batch comes back before its instant, " + instant, id));
        }
        // The portions of a big batch follow each other.
        Instant due = (batch.released == null ? instant : batch.released).plus(GRACE);
        int partition = logged.place().partition();
        boolean fine = !at.isAfter(due) || (restarts && silences.excuse(partition, due, at, GRACE));
        return fine
                ? List.of()
                : List.of(about(logged, "a batch comes back %d ms late".formatted(millis(due, at)), id));
    }

    private Instant soldUntil(Logged logged, String performance) {
        return soldUntil.getOrDefault(performance(logged, performance), Instant.MAX);
    }

    private static long millis(Instant due, Instant at) {
        return Duration.between(due.minus(GRACE), at).toMillis();
    }

    private List<Finding> remove(Logged logged, BatchReleased released, Batch batch, Id id) {
        List<Finding> findings = new ArrayList<>();
        for (String seat : released.getSeatIds()) {
            if (!batch.seats.remove(seat)) {
                findings.add(about(logged, "seat " + seat + " comes back with a batch in which it does not wait", id));
            }
        }
        batch.places -=
                released.getAreas().stream().mapToInt(HeldArea::getQuantity).sum();
        if (batch.places < 0) {
            findings.add(about(logged, "more places come back than wait", id));
        }
        return findings;
    }

    @Override
    public List<Finding> end(Instant now) {
        List<Finding> findings = new ArrayList<>();
        batches.forEach((id, batch) -> {
            Instant due = (batch.released == null ? batch.begun.plus(LATEST) : batch.released).plus(GRACE);
            boolean never = cancelled.contains(id.event() + '|' + batch.performance);
            int partition = batch.first.place().partition();
            boolean excused = restarts && silences.silentSince(partition, due);
            if (batch.waits() && now.isAfter(due) && !never && !excused) {
                findings.add(about(batch.first, "a batch did not come back", id));
            }
        });
        return findings;
    }

    /** What the first return must have carried. */
    private static ByteBuffer commitment(Id id, BatchReleased released) {
        byte[] nonce = new byte[released.getNonce().remaining()];
        released.getNonce().duplicate().get(nonce);
        long instant = released.getInstant().toEpochMilli();
        return ByteBuffer.wrap(
                nonce.length == 0 ? nonce : new Hmac(nonce).of(id.event() + "\n" + id.batch() + "\n" + instant));
    }

    private static String performance(Logged logged, String id) {
        return logged.key() + '|' + id;
    }

    @Override
    List<Finding> held(Logged logged, Instant at, SeatsHeld held) {
        return List.of();
    }

    @Override
    List<Finding> ended(Logged logged, Instant at, End end) {
        return List.of();
    }

    @Override
    List<Finding> confirmed(Logged logged, Instant at, SeatsConfirmed confirmed) {
        return List.of();
    }

    @Override
    public long checked() {
        return checked;
    }

    private Finding about(Logged logged, String what, Id id) {
        return finding(logged, what, Ids.EVENT, id.event(), "batch_id", id.batch());
    }
}
