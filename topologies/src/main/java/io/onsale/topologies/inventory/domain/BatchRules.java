package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryEvent.BatchReleased;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    /** The batch of the next night, or null where there is nothing to wait for: nothing is sold again, or only what comes back at once. */
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
        String id = unspent(view, performance + '@' + night.start());
        Batch begun = view.batch(id);
        NightWindow window = begun == null ? night : begun.window();
        if (!window.endsBefore(map.soldUntil(performance))) {
            return null;
        }
        return new Withheld(id, window, draws.of(view.event(), id, window).commitment());
    }

    /** The first of a night's batches of which nothing came back: one that came back early has told everybody its instant. */
    private static String unspent(InventoryView view, String first) {
        String id = first;
        Batch known = view.batch(id);
        for (int number = 2; known != null && known.spent(); number++) {
            id = first + '#' + number;
            known = view.batch(id);
        }
        return id;
    }

    /** What comes back by this instant: as much as fits, and before it what a command's judgement could rest on. */
    List<InventoryEvent> due(InventoryView view, Wished wished, Instant at) {
        List<InventoryEvent> released = new ArrayList<>();
        Room room = new Room(wished);
        for (String id : view.batchesDueBy(at)) {
            List<Batch.Waiting> portion =
                    view.waiting(id).filter(next -> room.takes(next.places())).toList();
            for (List<Batch.Waiting> part : parts(portion)) {
                released.add(release(view, id, part));
            }
        }
        return released;
    }

    /** What a decision still has room for: what is wished for leaves as much for the rest, so that it never waits behind it. */
    private static final class Room {

        private final Wished wished;
        private int nearby = PORTION;
        private int rest = PORTION;

        Room(Wished wished) {
            this.wished = wished;
        }

        boolean takes(Places places) {
            if (wished.named().test(places)) {
                return true;
            }
            if (wished.nearby().test(places)) {
                boolean fits = nearby > 0;
                nearby -= places.tickets();
                return fits;
            }
            boolean fits = rest > 0;
            rest -= places.tickets();
            return fits;
        }
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

    private BatchReleased release(InventoryView view, String id, List<Batch.Waiting> portion) {
        Batch batch = Objects.requireNonNull(view.batch(id));
        List<Long> numbers = portion.stream().map(Batch.Waiting::number).toList();
        Places places =
                Places.together(portion.stream().map(Batch.Waiting::places).toList());
        BatchDraw draw = draws.of(view.event(), id, batch.window());
        return new BatchReleased(id, batch.performanceId(), numbers, places, draw);
    }
}
