package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryEvent.BatchReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.ClaimRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.ConfirmRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.ExtendRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldClaimed;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExpired;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldExtended;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldReleased;
import io.onsale.topologies.inventory.domain.InventoryEvent.HoldUnclaimed;
import io.onsale.topologies.inventory.domain.InventoryEvent.OwnershipRepeated;
import io.onsale.topologies.inventory.domain.InventoryEvent.PerformanceStopped;
import io.onsale.topologies.inventory.domain.InventoryEvent.ReleaseRefused;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsConfirmed;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsHeld;
import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsReturned;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosing;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowChanged;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShowOpened;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.LastRow;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All of inventory's state; only {@link #apply} changes it. */
public final class InventoryBooks implements Books<InventoryView, InventoryEvent> {

    /** Where it is kept. */
    public record Tables(
            Table<Show> shows,
            Table<String> seats,
            Table<Integer> areas,
            Table<Hold> holds,
            Table<Integer> fans,
            Table<Batch> batches,
            Table<Places> returns,
            Table<Shopper> shoppers) {}

    private final ShowBook shows;
    private final PlaceBook places;
    private final HoldBook holds;
    private final ShopperBook shoppers;
    private final StoppedBook stopped;
    private final LimitLedger limits;
    private final BatchBook batches;

    public InventoryBooks(Tables tables, BatchDraws draws) {
        this.shows = new ShowBook(tables.shows());
        this.places = new PlaceBook(shows, tables.seats(), tables.areas());
        this.holds = new HoldBook(new LastRow<>(tables.holds()));
        this.shoppers = new ShopperBook(new LastRow<>(tables.shoppers()));
        this.stopped = new StoppedBook(shows, holds);
        this.limits = new LimitLedger(new LastRow<>(tables.fans()));
        this.batches = new BatchBook(new LastRow<>(tables.batches()), tables.returns(), draws, shows::soldUntil);
    }

    @Override
    public InventoryView view(String event) {
        return new BooksView(event, shows, places, holds, shoppers, stopped, limits, batches);
    }

    @Override
    public void apply(String event, InventoryEvent happened, Instant at) {
        switch (happened) {
            case ShowOpened begun -> {
                shows.open(event, begun.definition());
                changed(event);
            }
            case ShowChanged changed -> {
                shows.define(event, changed.definition());
                changed(event);
            }
            case PerformanceStopped off -> {
                shows.stop(event, off.performanceId());
                changed(event);
            }
            case ShowClosed closed -> shows.close(event);
            case SeatsHeld held -> hold(event, held);
            case HoldReleased released -> end(event, released.holdId(), released.places(), Hold.State.RELEASED, at);
            case HoldExpired expired -> end(event, expired.holdId(), expired.places(), Hold.State.EXPIRED, at);
            case HoldExtended extended -> change(event, extended.holdId(), hold -> hold.until(extended.expiresAt()));
            case HoldClaimed claimed -> change(event, claimed.holdId(), hold -> hold.claimed(claimed.orderId()));
            case HoldUnclaimed left -> change(event, left.holdId(), hold -> hold.claimed(null));
            case SeatsConfirmed confirmed -> confirm(event, confirmed.holdId());
            case SeatsReturned back -> takeBack(event, back, at);
            case BatchReleased batch -> release(event, batch, at);
            case ShopperClosing closing -> shoppers.closing(event, closing);
            case ShopperClosed closed -> shoppers.close(event, closed);
            case HoldRefused refused -> {}
            case ReleaseRefused refused -> {}
            case ExtendRefused refused -> {}
            case ClaimRefused refused -> {}
            case ConfirmRefused refused -> {}
            case OwnershipRepeated again -> {}
        }
    }

    /** For each show with something due by this instant, its earliest such hold. */
    public Map<String, String> earliestDue(Instant at) {
        return holds.earliestDue(at);
    }

    /** For each show with a batch due by this instant, its earliest. */
    public Map<String, String> earliestBatch(Instant at) {
        return batches.earliestDue(at);
    }

    /** For each show of which a performance that was called off is still held at this instant, that performance. */
    public Map<String, String> stoppedButHeld(Instant at) {
        return stopped.left(at);
    }

    /** Whether nobody can see a hold's row any more. */
    public boolean forgotten(String key, Hold hold, Instant at) {
        return hold.forgotten(shows.begins(event(key), hold.performanceId()), at);
    }

    /**
     * Whether nobody can see the row of a place any more: nothing of its performance is sold or given back, and nothing that is still to end frees it.
     *
     * @param key which begins with event and performance
     */
    public boolean isPlaceLongOver(String key, Instant at) {
        String event = event(key);
        String rest = key.substring(event.length() + 1);
        return isLongOver(event, rest.substring(0, rest.indexOf('|')), at) && nothingIsToEnd(event);
    }

    /**
     * Whether nobody can see the row of a show any more by which a limit is judged: nothing is sold of it, ever.
     *
     * @param key which begins with event
     */
    public boolean isShowLongOver(String key, Instant at) {
        String event = event(key);
        ShowBook.Opened show = shows.find(event);
        return show != null
                && show.closed()
                && show.seats().definition().performances().stream()
                        .allMatch(performance -> isLongOver(event, performance.id(), at))
                && nothingIsToEnd(event);
    }

    private boolean isLongOver(String event, String performance, Instant at) {
        Instant begins = shows.begins(event, performance);
        return begins != null && !at.isBefore(begins.plus(Hold.OWNED_REMEMBERED));
    }

    private boolean nothingIsToEnd(String event) {
        return !holds.anyOpen(event) && !batches.any(event);
    }

    private static String event(String key) {
        return key.substring(0, key.indexOf('|'));
    }

    private void changed(String event) {
        places.changed(event);
        stopped.changed(event);
        ShowBook.Opened show = shows.find(event);
        if (show != null) {
            batches.drop(event, show.seats()::isCancelled);
            batches.judgeAnew(event);
        }
    }

    private void hold(String event, SeatsHeld held) {
        Places taken = held.places();
        places.take(event, held.performanceId(), taken, held.holdId());
        Admission admission = held.admission();
        String admissionId = admission == null ? null : admission.id();
        Hold hold = Hold.opened(
                held.fanId(),
                held.performanceId(),
                taken,
                held.quote(),
                held.expiresAt(),
                admissionId,
                held.contactKey());
        limits.add(event, hold.countedBy(), taken.tickets());
        holds.put(event, held.holdId(), hold);
        if (admission != null) {
            shoppers.hold(event, admission, held.fanId(), held.holdId());
        }
    }

    private void end(String event, String id, Places gone, Hold.State how, Instant at) {
        Hold hold = holds.require(event, id);
        limits.add(event, hold.countedBy(), -gone.tickets());
        places.free(event, hold.performanceId(), gone);
        holds.put(event, id, hold.ended(how, at));
        shoppers.end(event, hold.admissionId(), id);
    }

    private void confirm(String event, String id) {
        Hold hold = holds.require(event, id);
        holds.put(event, id, hold.confirmedNow());
        shoppers.end(event, hold.admissionId(), id);
    }

    private void change(String event, String id, UnaryOperator<Hold> change) {
        holds.put(event, id, change.apply(holds.require(event, id)));
    }

    private void takeBack(String event, SeatsReturned back, Instant at) {
        Hold hold = holds.require(event, back.holdId());
        limits.add(event, hold.countedBy(), -back.places().tickets());
        Withheld withheld = back.withheld();
        if (withheld == null) {
            places.free(event, hold.performanceId(), back.places());
        } else {
            places.withhold(event, hold.performanceId(), back.places(), withheld.batchId());
            batches.add(event, hold.performanceId(), withheld, back.places());
        }
        if (hold.open()) {
            shoppers.end(event, hold.admissionId(), back.holdId());
        }
        Places left = hold.places().without(back.places());
        holds.put(event, back.holdId(), left.isEmpty() ? hold.ended(Hold.State.RETURNED, at) : hold.having(left));
    }

    private void release(String event, BatchReleased batch, Instant at) {
        batches.remove(event, batch.batchId(), batch.returns(), at);
        places.free(event, batch.performanceId(), batch.places());
    }
}
