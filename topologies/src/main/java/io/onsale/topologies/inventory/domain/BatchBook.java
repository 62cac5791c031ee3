package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Deadlines;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Batches and the returns that wait in them, a row for each, so that a return costs the same however many wait.
 *
 * <p>When a batch is due is kept in no row, for rows can be read from outside: it is drawn again at start. Where the performance is sold no longer than
 * until a night is over, because it was moved meanwhile, what waits for that night is due at once. So is the rest of what has begun to come back.
 */
final class BatchBook {

    private static final Instant AT_ONCE = Instant.EPOCH;

    /** Until when places of a show's performance can be sold. */
    @FunctionalInterface
    interface SoldUntil {
        Instant of(String event, String performance);
    }

    private final Table<Batch> batches;
    private final Table<Places> returns;
    private final BatchDraws draws;
    private final SoldUntil soldUntil;
    private final Deadlines<String> dues = new Deadlines<>();
    private final Map<String, Instant> dueAt = new HashMap<>();

    BatchBook(Table<Batch> batches, Table<Places> returns, BatchDraws draws, SoldUntil soldUntil) {
        this.batches = batches;
        this.returns = returns;
        this.draws = draws;
        this.soldUntil = soldUntil;
        batches.forEach((key, batch) -> {
            int bar = key.indexOf('|');
            if (batch.left() > 0) {
                remember(key.substring(0, bar), key.substring(bar + 1), batch);
            }
        });
    }

    @Nullable
    Batch get(String event, String id) {
        return batches.get(key(event, id));
    }

    /** The returns that wait in a batch, in order. */
    Stream<Batch.Waiting> waiting(String event, String id) {
        Batch batch = require(event, id);
        return LongStream.range(batch.first(), batch.next())
                .mapToObj(number -> waiting(event, id, number))
                .filter(Objects::nonNull);
    }

    private Batch.@Nullable Waiting waiting(String event, String id, long number) {
        Places places = returns.get(key(event, id, number));
        return places == null ? null : new Batch.Waiting(number, places);
    }

    /** The batches of a show that are due by an instant, earliest first. */
    List<String> dueBy(String event, Instant at) {
        return dues.dueBy(event, at).toList();
    }

    /** For each show with a batch due by this instant, its earliest. */
    Map<String, String> earliestDue(Instant at) {
        return dues.earliestDue(at);
    }

    /** Places wait with others, if there are any. */
    void add(String event, String performance, Withheld withheld, Places places) {
        Batch known = get(event, withheld.batchId());
        Batch batch = known == null ? Batch.opened(performance, withheld.window()) : known;
        if (known == null) {
            remember(event, withheld.batchId(), batch);
        }
        returns.put(key(event, withheld.batchId(), batch.next()), places);
        batches.put(key(event, withheld.batchId()), batch.withOneMore());
    }

    /** Some of the returns wait no more. */
    void remove(String event, String id, List<Long> numbers, Instant at) {
        Batch batch = require(event, id);
        numbers.forEach(number -> returns.remove(key(event, id, number)));
        Batch rest = batch.without(numbers.size(), firstWaiting(event, id, batch));
        forgetDue(event, id);
        if (rest.forgotten(at)) {
            batches.remove(key(event, id));
        } else {
            batches.put(key(event, id), rest);
        }
        if (rest.left() > 0) {
            remember(event, id, rest);
        }
    }

    private long firstWaiting(String event, String id, Batch batch) {
        long first = batch.first();
        while (first < batch.next() && returns.get(key(event, id, first)) == null) {
            first++;
        }
        return first;
    }

    /** Forgets all batches of some performances of a show: their places come back never. */
    void drop(String event, Predicate<String> performance) {
        for (String id : dues.all(event).toList()) {
            Batch batch = require(event, id);
            if (performance.test(batch.performanceId())) {
                LongStream.range(batch.first(), batch.next()).forEach(number -> returns.remove(key(event, id, number)));
                batches.remove(key(event, id));
                forgetDue(event, id);
            }
        }
    }

    /** Whether anything of a show waits. */
    boolean any(String event) {
        return dues.all(event).findAny().isPresent();
    }

    /** Performances of a show may have been moved. */
    void judgeAnew(String event) {
        for (String id : dues.all(event).toList()) {
            forgetDue(event, id);
            remember(event, id, require(event, id));
        }
    }

    private Batch require(String event, String id) {
        return Objects.requireNonNull(get(event, id), () -> "no such batch: " + id);
    }

    private void remember(String event, String id, Batch batch) {
        Instant due = due(event, id, batch);
        dueAt.put(key(event, id), due);
        dues.add(event, due, id);
    }

    private void forgetDue(String event, String id) {
        dues.remove(event, Objects.requireNonNull(dueAt.remove(key(event, id))), id);
    }

    private Instant due(String event, String id, Batch batch) {
        boolean atOnce = batch.spent() || !batch.window().endsBefore(soldUntil.of(event, batch.performanceId()));
        return atOnce ? AT_ONCE : draws.of(event, id, batch.window()).instant();
    }

    private static String key(String event, String id) {
        return event + '|' + id;
    }

    private static String key(String event, String id, long number) {
        return event + '|' + id + '|' + number;
    }
}
