package io.onsale.topologies.checkout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.checkout.domain.CheckoutCommand.CancelOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.DefineCoupon;
import io.onsale.topologies.checkout.domain.CheckoutCommand.PlaceOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.SellShow;
import io.onsale.topologies.checkout.domain.CheckoutCommand.StopPerformance;
import io.onsale.topologies.checkout.domain.CheckoutCommand.VerifyOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WakeOrder;
import io.onsale.topologies.checkout.domain.CheckoutCommand.WithdrawCoupon;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of commands at random in an unreliable world: money, coupons and states are checked after each, and all events replayed. */
class RandomWalkTest {

    private static final int COMMANDS = 6_000;
    private static final Coupon TEN =
            new Coupon("TEN", 10, 0, 20, 3, Bookings.OPENING, Bookings.OPENING.plus(Duration.ofDays(20)), true);
    private static final Coupon LESS = new Coupon("LESS", 0, 150_000, 30, 5, Bookings.OPENING, Bookings.NIGHT, false);

    private record Happened(Happening happening, Instant at) {}

    private record Walk(Random random, Till till, World world, Money money, List<Happened> history) {}

    /** Four that never change and one that is new every time. */
    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 4, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moneyBalancesAfterEveryStepAndEventsReplayToEqualState(long seed) {
        Walk walk = walk(new Random(seed));

        assertThat(walk.money.confirmed()).as("walks get somewhere").isGreaterThan(100);
        assertThat(walk.money.ended()).isGreaterThan(100);
        assertThat(walk.money.strays()).isPositive();
        assertThat(walk.money.refunded()).isGreaterThan(20);
        assertThat(replayed(walk.history)).isEqualTo(walk.till.rows());
        Instant late = walk.till.now().plus(Duration.ofDays(1));
        assertThat(walk.till.rows().books().earliestDue(late))
                .isEqualTo(walk.till.books().earliestDue(late));
    }

    private static Walk walk(Random random) {
        Walk walk = new Walk(random, new Till(), new World(random), new Money(), new ArrayList<>());
        step(walk, new SellShow(Bookings.show()));
        step(walk, new DefineCoupon("organizer", TEN));
        step(walk, new DefineCoupon("organizer", LESS));
        for (int i = 0; i < COMMANDS; i++) {
            walk.till.later(pause(random));
            if (i % 1_000 == 0) {
                walk.till.restart();
            }
            CheckoutCommand arrived = random.nextInt(8) > 0 ? walk.world.arrival() : null;
            step(walk, arrived == null ? command(walk, i) : arrived);
        }
        return walk;
    }

    private static Duration pause(Random random) {
        // Mostly a crowd; now and then longer than a hold lasts, and rarely a day.
        return switch (random.nextInt(400)) {
            case 0 -> Duration.ofDays(1);
            case 1, 2, 3 -> Bookings.HOLD;
            default -> Duration.ofMillis(random.nextInt(1_000));
        };
    }

    private static void step(Walk walk, CheckoutCommand command) {
        Instant at = walk.till.now();
        var outcome = walk.till.when(command);
        outcome.due().forEach(happening -> see(walk, happening, at));
        outcome.happened().forEach(happening -> see(walk, happening, at));
        walk.till.rows().coupons().forEach((code, issued) -> walk.money.agreesWith(issued));
        Bookings.CONDITIONS
                .concessions()
                .forEach(concession -> walk.money.agreesWith(
                        concession, walk.till.books().view(Till.EVENT).concessionTickets(concession.code())));
        walk.world.run(outcome.errands(), at);
    }

    private static void see(Walk walk, Happening happening, Instant at) {
        walk.money.see(happening.event());
        walk.history.add(new Happened(happening, at));
    }

    private static CheckoutCommand command(Walk walk, int number) {
        Random random = walk.random;
        String recent = "o" + Math.max(0, number - random.nextInt(300));
        String fan = "fan" + random.nextInt(20);
        return switch (random.nextInt(100)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 -> cancel(walk, recent);
            case 15, 16, 17, 18, 19 ->
                new VerifyOrder(
                        recent,
                        owner(walk, recent, fan),
                        Bookings.sealed(random.nextInt(3) == 0 ? "wrong" : Bookings.right(recent)),
                        Bookings.sealed("code"));
            case 20, 21, 22 -> new WakeOrder(recent);
            case 23 -> new SellShow(terms(random));
            case 24 -> random.nextInt(40) == 0 ? new StopPerformance("n2") : new WakeOrder(recent);
            case 25 -> random.nextBoolean() ? new WithdrawCoupon(null, "TEN") : new DefineCoupon("organizer", TEN);
            default -> place(random, number, fan);
        };
    }

    private static ShowDefinition terms(Random random) {
        return random.nextInt(3) == 0 ? Bookings.showConfirmedByCode() : Bookings.show();
    }

    private static PlaceOrder place(Random random, int number, String fan) {
        PaymentMethod method = random.nextInt(4) == 0 ? PaymentMethod.BANK_TRANSFER : PaymentMethod.CARD;
        String hold = "h" + Math.max(0, number - random.nextInt(random.nextInt(5) == 0 ? 50 : 1));
        List<ConcessionClaim> claims = switch (random.nextInt(12)) {
            case 0 -> List.of(Bookings.claim("youth", "A-1-1"));
            case 1 -> List.of(new ConcessionClaim("youth", List.of(), "Floor", 1));
            case 2 -> List.of(new ConcessionClaim("all", List.of(), "Floor", 1));
            default -> List.of();
        };
        Booking booking = Bookings.booking(fan, hold, method, coupon(random), claims.toArray(ConcessionClaim[]::new));
        return Bookings.place("o" + number, booking);
    }

    private static @Nullable String coupon(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "TEN";
            case 1 -> "LESS";
            default -> null;
        };
    }

    private static CancelOrder cancel(Walk walk, String recent) {
        String paid = walk.random.nextInt(4) == 0 ? null : walk.money.anyConfirmed(walk.random);
        String id = paid == null ? recent : paid;
        String fan = owner(walk, id, "somebody");
        boolean preview = walk.random.nextInt(5) == 0;
        return switch (walk.random.nextInt(4)) {
            case 0 -> new CancelOrder(id, fan, List.of(), preview);
            case 1 -> new CancelOrder(id, fan, List.of(id + "-1", id + "-9"), preview);
            default -> new CancelOrder(id, fan, List.of(id + "-" + (1 + walk.random.nextInt(3))), preview);
        };
    }

    private static String owner(Walk walk, String order, String otherwise) {
        Order known = walk.till.rows().orders().get(Till.EVENT + "|" + order);
        return known == null ? otherwise : known.booking().fanId();
    }

    private static Till.Rows replayed(List<Happened> history) {
        Till.Rows rows = new Till.Rows();
        CheckoutBooks books = rows.books();
        history.forEach(happened -> books.apply(Till.EVENT, happened.happening, happened.at));
        return rows;
    }
}
