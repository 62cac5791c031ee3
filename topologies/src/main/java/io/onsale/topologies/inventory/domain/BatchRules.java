package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryEvent.BatchReleased;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** When returned places wait for the night, and how they come back. */
final class BatchRules {

    /** As many places come back in a part of the time that a transaction has. */
    static final int PORTION = 2_000;

    /** As many places are named by one event: with the longest names it is still far from the biggest record of the log. */
    static final int MOST_IN_EVENT = 500;

    private final BatchDraws draws;

    BatchRules(BatchDraws draws) {
        this.draws = draws;
    }

    /** The batch of the next night, or null where there is nothing to wait for because nothing is sold again. */
    @Nullable
    Withheld next(InventoryView view, String performance, Instant at) {
        SeatMap map = view.seatMap();
        if (map == null || map.isCancelled(performance)) {
            return null;
        }
        NightWindow night =
                NightWindow.after(map.definition().conditions().cancellation().night(), at);
        // By its beginning and not by its date: the organizer may move the night, and a batch that came back is never
        // used again.
        String id = performance + '@' + night.start();
        Batch begun = view.batch(id);
        NightWindow window = begun == null ? night : begun.window();
        return new Withheld(id, window, draws.of(view.event(), id, window).commitment());
    }

    /** What comes back by this instant: as much as fits, and all that a command's judgement could rest on. */
    List<InventoryEvent> due(InventoryView view, Predicate<Places> seen, Instant at) {
        List<InventoryEvent> released = new ArrayList<>();
        int room = PORTION;
        for (String id : view.batchesDueBy(at)) {
            List<Batch.Waiting> portion = portion(view.waiting(id).iterator(), room, seen);
            for (List<Batch.Waiting> part : parts(portion)) {
                released.add(release(view, id, part));
                room -= tickets(part);
            }
        }
        return released;
    }

    private static List<Batch.Waiting> portion(Iterator<Batch.Waiting> waiting, int room, Predicate<Places> seen) {
        List<Batch.Waiting> portion = new ArrayList<>();
        int left = room;
        while (waiting.hasNext()) {
            Batch.Waiting next = waiting.next();
            if (left > 0 || seen.test(next.places())) {
                portion.add(next);
                left -= next.places().tickets();
            }
        }
        return portion;
    }

    private static List<List<Batch.Waiting>> parts(List<Batch.Waiting> portion) {
        List<List<Batch.Waiting>> parts = new ArrayList<>();
        int room = 0;
        for (Batch.Waiting next : portion) {
            int tickets = next.places().tickets();
            if (parts.isEmpty() || tickets > room) {
                parts.add(new ArrayList<>());
                room = MOST_IN_EVENT;
            }
            parts.getLast().add(next);
            room -= tickets;
        }
        return parts;
    }

    private static int tickets(List<Batch.Waiting> returns) {
        return returns.stream().mapToInt(each -> each.places().tickets()).sum();
    }

    private BatchReleased release(InventoryView view, String id, List<Batch.Waiting> portion) {
        Batch batch = Objects.requireNonNull(view.batch(id));
        List<Long> numbers = portion.stream().map(Batch.Waiting::number).toList();
        Places places =
                Places.together(portion.stream().map(Batch.Waiting::places).toList());
        BatchDraw draw = draws.of(view.event(), id, batch.window());
        return new BatchReleased(id, batch.performanceId(), numbers, places, draw);
    }
}
