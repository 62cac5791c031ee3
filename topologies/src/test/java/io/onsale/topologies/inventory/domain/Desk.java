package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.MapTable;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inventory in memory: events are given, a command is tried, and what follows from it can be looked at. */
final class Desk {

    static final String EVENT = "e1";

    /** What followed from a command, besides what time had brought before it. */
    record Outcome(
            List<InventoryEvent> due,
            List<InventoryEvent> events,
            @Nullable InventoryEvent answer) {

        @Nullable
        Refusal refusal() {
            if (answer instanceof InventoryEvent.HoldRefused refused) {
                return refused.refusal();
            }
            if (answer instanceof InventoryEvent.ExtendRefused refused) {
                return refused.refusal();
            }
            return answer instanceof InventoryEvent.ReleaseRefused refused ? refused.refusal() : null;
        }
    }

    /** In the middle of the window, by a secret that is none. */
    static final BatchDraws DRAWS = (event, batch, window) ->
            new BatchDraw(window.start().plus(window.length().dividedBy(2)), "nonce", "sealed " + event + batch);

    private final InventoryDecider decider = new InventoryDecider(DRAWS);
    private final Tables tables = new Tables();
    private final InventoryBooks books = tables.books();
    private Instant at = Shows.OPENING;

    /** All rows of inventory. */
    record Tables(
            MapTable<Show> shows,
            MapTable<String> seats,
            MapTable<Integer> areas,
            MapTable<Hold> holds,
            MapTable<Integer> fans,
            MapTable<Batch> batches,
            MapTable<Places> returns,
            MapTable<Shopper> shoppers) {

        Tables() {
            this(
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>(),
                    new MapTable<>());
        }

        InventoryBooks books() {
            return new InventoryBooks(
                    new InventoryBooks.Tables(shows, seats, areas, holds, fans, batches, returns, shoppers), DRAWS);
        }
    }

    static Desk selling(io.onsale.topologies.show.domain.ShowDefinition show) {
        return new Desk().given(new InventoryEvent.ShowOpened(show));
    }

    Desk given(InventoryEvent... events) {
        for (InventoryEvent event : events) {
            books.apply(EVENT, event, at);
        }
        return this;
    }

    /** Given that these commands were judged before. */
    Desk given(InventoryCommand... commands) {
        for (InventoryCommand command : commands) {
            when(command);
        }
        return this;
    }

    Desk at(Instant now) {
        at = now;
        return this;
    }

    Desk later(Duration time) {
        return at(at.plus(time));
    }

    Instant now() {
        return at;
    }

    Outcome when(InventoryCommand command) {
        return when(EVENT, command);
    }

    Outcome when(String event, InventoryCommand command) {
        List<InventoryEvent> due = new ArrayList<>(decider.due(books.view(event), command, at));
        due.forEach(happened -> books.apply(event, happened, at));
        Decision<InventoryEvent> decision = decider.decide(books.view(event), command, at);
        decision.events().forEach(happened -> books.apply(event, happened, at));
        return new Outcome(due, decision.events(), decision.answer());
    }

    /** Clears away what nobody can see any more. */
    void sweep() {
        tables.holds.rows().entrySet().removeIf(row -> books.forgotten(row.getKey(), row.getValue(), at));
        tables.batches.rows().values().removeIf(batch -> batch.forgotten(at));
        tables.shoppers.rows().values().removeIf(shopper -> shopper.forgotten(at));
        tables.seats.rows().keySet().removeIf(key -> books.isPlaceLongOver(key, at));
        tables.areas.rows().keySet().removeIf(key -> books.isPlaceLongOver(key, at));
        tables.fans.rows().keySet().removeIf(key -> books.isShowLongOver(key, at));
    }

    InventoryBooks books() {
        return books;
    }

    Tables tables() {
        return tables;
    }

    static InventoryCommand.HoldSeats hold(String id, String fan, String... seats) {
        return new InventoryCommand.HoldSeats(id, fan, null, new Wish.Named(null, List.of(seats), true), null, null);
    }

    /** Of one of the identities of whoever owns a contact. */
    static InventoryCommand.HoldSeats holdAs(String id, String fan, String contact, String... seats) {
        return new InventoryCommand.HoldSeats(id, fan, null, new Wish.Named(null, List.of(seats), true), null, contact);
    }

    static InventoryCommand.HoldSeats holdOn(String performance, String id, String fan, String... seats) {
        return new InventoryCommand.HoldSeats(
                id, fan, performance, new Wish.Named(null, List.of(seats), true), null, null);
    }

    static InventoryCommand.HoldSeats holdIn(String section, String id, String fan, String... seats) {
        return new InventoryCommand.HoldSeats(id, fan, null, new Wish.Named(section, List.of(seats), true), null, null);
    }

    /** By an admission to a show with a waiting room. */
    static InventoryCommand.HoldSeats holdBy(Admission admission, String id, String fan, String... seats) {
        return new InventoryCommand.HoldSeats(
                id, fan, null, new Wish.Named(null, List.of(seats), true), admission, null);
    }

    static InventoryCommand.CloseShopper close(Admission admission, String fan) {
        return new InventoryCommand.CloseShopper(admission.id(), fan, admission.expiresAt());
    }

    static InventoryCommand.ClaimHold claim(String order, String hold, String fan) {
        return new InventoryCommand.ClaimHold(order, hold, fan);
    }

    static InventoryCommand.ConfirmSeats confirm(String order, String hold, String fan) {
        return new InventoryCommand.ConfirmSeats(order, hold, fan);
    }

    static InventoryCommand.ReturnSeats everythingBack(String order, String hold, String fan) {
        return new InventoryCommand.ReturnSeats(order, hold, fan, Places.ofSeats(List.of()), true, Returns.AT_ONCE);
    }

    static InventoryCommand.ReturnSeats back(String order, String hold, String fan, String... seats) {
        return new InventoryCommand.ReturnSeats(
                order, hold, fan, Places.ofSeats(List.of(seats)), false, Returns.AT_ONCE);
    }

    /** The same, to wait for the night. */
    static InventoryCommand.ReturnSeats backTonight(String order, String hold, String fan, String... seats) {
        return new InventoryCommand.ReturnSeats(
                order, hold, fan, Places.ofSeats(List.of(seats)), false, Returns.NIGHT_BATCH);
    }

    static InventoryCommand.ReleaseHold release(String id, String fan) {
        return new InventoryCommand.ReleaseHold(id, fan);
    }
}
