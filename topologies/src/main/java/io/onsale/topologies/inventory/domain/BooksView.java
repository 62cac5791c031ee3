package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.Performance;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One show, read through the books. */
record BooksView(
        String event,
        ShowBook shows,
        PlaceBook places,
        HoldBook holds,
        ShopperBook shoppers,
        StoppedBook stopped,
        LimitLedger limits,
        BatchBook batches)
        implements InventoryView {

    @Override
    public @Nullable SeatMap seatMap() {
        ShowBook.Opened show = shows.find(event);
        return show == null ? null : show.seats();
    }

    @Override
    public boolean closed() {
        ShowBook.Opened show = shows.find(event);
        return show != null && show.closed();
    }

    @Override
    public boolean isFree(String performance, String seat) {
        return places.isFree(event, performance, seat);
    }

    @Override
    public int taken(String performance, String section, @Nullable String slot) {
        return places.taken(event, performance, section, slot);
    }

    @Override
    public FreeSeats free(String performance, SectionPlan section) {
        return places.free(event, performance, section);
    }

    @Override
    public int tickets(String person) {
        return limits.tickets(event, person);
    }

    @Override
    public @Nullable Hold hold(String id) {
        return holds.get(event, id);
    }

    @Override
    public @Nullable Shopper shopper(String admission) {
        return shoppers.get(event, admission);
    }

    @Override
    public List<String> holdsDueBy(Instant at, int most) {
        return holds.dueBy(event, at, most);
    }

    @Override
    public List<String> holdsDueBy(Instant at, String fan, String countedBy, List<String> ids) {
        return holds.dueBy(event, at, fan, countedBy, places.owners(event, performances(), ids));
    }

    @Override
    public List<String> holdsDueBy(Instant at, Predicate<Hold> which) {
        return holds.dueBy(event, at, which);
    }

    @Override
    public List<String> openHolds(String performance, Instant at, int most) {
        return holds.openAfter(event, at, performance::equals, most);
    }

    @Override
    public List<String> holdsOfStopped(Instant at, int most) {
        return stopped.holds(event, at, most);
    }

    @Override
    public List<String> holdsOfStopped(Instant at, String fan, String countedBy) {
        return stopped.holds(event, at, fan, countedBy);
    }

    private List<String> performances() {
        ShowBook.Opened show = shows.find(event);
        return show == null
                ? List.of()
                : show.seats().definition().performances().stream()
                        .map(Performance::id)
                        .toList();
    }

    @Override
    public @Nullable Batch batch(String id) {
        return batches.get(event, id);
    }

    @Override
    public List<String> batchesDueBy(Instant at) {
        return batches.dueBy(event, at);
    }

    @Override
    public Stream<Batch.Waiting> waiting(String batch) {
        return batches.waiting(event, batch);
    }
}
