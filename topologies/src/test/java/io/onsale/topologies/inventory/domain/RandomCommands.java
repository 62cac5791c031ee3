package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** What a crowd might ask: mostly what may be granted, now and then what is somebody else's, over, or was never there. */
final class RandomCommands {

    /** Of two people with two identities each; the other fans' is not known. */
    private static final Map<String, String> CONTACTS =
            Map.of("fan10", "contact1", "fan11", "contact1", "fan12", "contact2", "fan13", "contact2");

    private static final List<String> NIGHTS = List.of("n1", "n2");
    /** Until then both nights sell. */
    private static final int STOPPED_FROM = 2_000;

    private final Random random;
    private final Map<String, Show> shows;
    private final Map<String, Hold> holds;
    private final RandomAdmissions admissions;

    /** @param tables whose rows are looked at as they are at any time */
    RandomCommands(Random random, Desk.Tables tables) {
        this.random = random;
        this.shows = tables.shows().rows();
        this.holds = tables.holds().rows();
        this.admissions = new RandomAdmissions(random, tables.shoppers().rows());
    }

    /** Mostly the crowd's; now and then the organizer's. */
    InventoryCommand next(int number, Instant now) {
        return switch (random.nextInt(1_000)) {
            case 0, 1 -> nightMoved();
            case 2 -> number > STOPPED_FROM ? new InventoryCommand.StopPerformance("n2") : hold(number, now);
            case 3, 4, 5 -> new InventoryCommand.ReleaseBatch("n1@2030-01-02T02:00:00Z");
            default -> crowd(number, now);
        };
    }

    private InventoryCommand nightMoved() {
        int from = random.nextInt(24 * 60);
        return new InventoryCommand.ChangeShow(Shows.atNight(
                Objects.requireNonNull(shows.get(Desk.EVENT)).definition(),
                from,
                (from + 1 + random.nextInt(600)) % (24 * 60)));
    }

    private InventoryCommand crowd(int number, Instant now) {
        return switch (random.nextInt(22)) {
            case 0, 1 -> new InventoryCommand.ReleaseHold(recent(number), fanOf(recent(number)));
            case 2 -> new InventoryCommand.ExpireHold(recent(number));
            case 3, 4 -> {
                String hold = random.nextBoolean() ? some() : recent(number);
                yield new InventoryCommand.ClaimHold(orderOf(hold), hold, fanOf(hold));
            }
            case 5, 6 -> {
                String hold = random.nextBoolean() ? claimed() : some();
                yield new InventoryCommand.ConfirmSeats(orderOf(hold), hold, fanOf(hold));
            }
            case 7, 8, 9, 10 -> back(some());
            case 11 -> {
                String hold = recent(number);
                yield new InventoryCommand.ExtendHold(hold, fanOf(hold));
            }
            case 12 -> {
                String hold = random.nextInt(3) == 0 ? claimed() : recent(number);
                yield new InventoryCommand.UnclaimHold(orderOf(hold), hold, fanOf(hold));
            }
            case 13 -> admissions.close(fan(), now);
            default -> hold(number, now);
        };
    }

    private InventoryCommand hold(int number, Instant now) {
        String fan = fan();
        String night = NIGHTS.get(random.nextInt(NIGHTS.size()));
        return new InventoryCommand.HoldSeats(
                "h" + number, fan, night, wish(), admissions.of(fan, now), CONTACTS.get(fan));
    }

    private Wish wish() {
        int quantity = 1 + random.nextInt(3);
        return switch (random.nextInt(6)) {
            case 0 -> new Wish.Best("A", quantity, random.nextBoolean(), List.of());
            case 1 -> new Wish.Some("Floor", null, quantity);
            case 2 -> new Wish.Some("Tour", random.nextBoolean() ? "noon" : "one", quantity);
            default -> new Wish.Named(null, seats(), true);
        };
    }

    private InventoryCommand back(String id) {
        Hold hold = holds.get(Desk.EVENT + "|" + id);
        return new InventoryCommand.ReturnSeats(
                orderOf(id),
                id,
                fanOf(id),
                hold == null ? Places.ofSeats(seats()) : one(hold),
                random.nextBoolean(),
                random.nextBoolean() ? Returns.AT_ONCE : Returns.NIGHT_BATCH);
    }

    private static Places one(Hold hold) {
        return hold.seatIds().isEmpty()
                ? new Places(
                        List.of(),
                        hold.places().areas().stream().map(area -> area.of(1)).toList())
                : Places.ofSeats(List.of(hold.seatIds().getFirst()));
    }

    private List<String> seats() {
        Set<String> seats = new LinkedHashSet<>();
        int wanted = 1 + random.nextInt(3);
        while (seats.size() < wanted) {
            seats.add(
                    switch (random.nextInt(3)) {
                        case 0 -> "A-1-" + (1 + random.nextInt(10));
                        case 1 -> "A-2-" + (1 + random.nextInt(5));
                        default -> "B-East-R-1-" + (1 + random.nextInt(3));
                    });
        }
        return List.copyOf(seats);
    }

    private String recent(int number) {
        return "h" + Math.max(0, number - random.nextInt(40));
    }

    /** A hold that has anything, if there is one. */
    private String some() {
        List<String> alive = holds.entrySet().stream()
                .filter(row -> row.getValue().open() || row.getValue().confirmed())
                .map(Map.Entry::getKey)
                .toList();
        return alive.isEmpty() ? "h0" : alive.get(random.nextInt(alive.size())).substring(Desk.EVENT.length() + 1);
    }

    /** A hold that an order may still leave, if there is one. */
    private String claimed() {
        return holds.entrySet().stream()
                .filter(row -> row.getValue().open() && row.getValue().orderId() != null)
                .map(row -> row.getKey().substring(Desk.EVENT.length() + 1))
                .findFirst()
                .orElse("h0");
    }

    private String fanOf(String id) {
        Hold hold = holds.get(Desk.EVENT + "|" + id);
        return hold == null || random.nextInt(10) == 0 ? fan() : hold.fanId();
    }

    private String fan() {
        return "fan" + random.nextInt(14);
    }

    private String orderOf(String hold) {
        return "o" + (random.nextInt(10) == 0 ? "ther" : hold);
    }
}
