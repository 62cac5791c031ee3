package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionCommand.ArriveAtSale;
import io.onsale.topologies.admission.domain.AdmissionCommand.ChangeRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.ControlRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.OpenRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.PublishBeacon;
import io.onsale.topologies.admission.domain.AdmissionCommand.RateFan;
import io.onsale.topologies.admission.domain.AdmissionCommand.ShopperClosed;
import io.onsale.topologies.admission.domain.AdmissionCommand.WakeRoom;
import io.onsale.waiting.Policy;
import io.onsale.waiting.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of commands at random: limits, order and places are checked after each against a plain queue, restarted and replayed. */
class RandomWalkTest {

    private static final int COMMANDS = 5_000;
    private static final int FANS = 120;
    private static final List<Tier> TIERS = List.of(Tier.values());

    private record Happened(AdmissionEvent event, Instant at) {}

    private record Walk(
            Random random,
            Lobby lobby,
            PlainQueue plain,
            PlainInventory inventory,
            Terms terms,
            List<Happened> history) {}

    /** Four that never change and one that is new every time. */
    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 4, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noLimitIsPassedAndTheOrderIsThatOfAPlainQueueWhateverHappens(long seed) {
        Walk walk = begin(new Random(seed));
        for (int i = 0; i < COMMANDS; i++) {
            walk.lobby.later(pause(walk.random));
            ShopperClosed arrived = walk.inventory.arrival();
            step(walk, arrived == null ? command(walk) : arrived);
            if (i % 500 == 0) {
                assertThat(replayed(walk)).isEqualTo(walk.lobby.rows());
                walk.lobby.restart();
            }
        }

        assertThat(walk.plain.admissions()).as("walks get somewhere").isGreaterThan(100);
        assertThat(walk.plain.moves()).isPositive();
        assertThat(walk.inventory.lost()).isPositive();
        assertThat(replayed(walk)).isEqualTo(walk.lobby.rows());
        close(walk);
        assertThat(walk.lobby.room().over())
                .as("everybody who shops comes to an end")
                .isTrue();
        assertThat(replayed(walk)).isEqualTo(walk.lobby.rows());
    }

    private static void close(Walk walk) {
        step(walk, new ControlRoom(Rooms.ORGANIZER, null, null, Control.State.CLOSED, false));
        for (int i = 0; i < COMMANDS && !walk.lobby.room().over(); i++) {
            walk.lobby.later(Duration.ofMinutes(1));
            ShopperClosed arrived = walk.inventory.arrival();
            step(walk, arrived == null ? new WakeRoom() : arrived);
        }
    }

    private static Walk begin(Random random) {
        Policy policy = random.nextBoolean() ? Policy.PRIORITY_1 : Policy.DRAW_1;
        Terms terms = Rooms.terms(new Pace(3, 1_000), policy, random.nextBoolean() ? Rooms.BEACON : null);
        Walk walk = new Walk(
                random, new Lobby(), new PlainQueue(terms), new PlainInventory(random), terms, new ArrayList<>());
        step(walk, new OpenRoom(terms));
        return walk;
    }

    private static Duration pause(Random random) {
        // Mostly a crowd; now and then longer than somebody who does not come is waited for, and rarely than an
        // admission lasts.
        return switch (random.nextInt(500)) {
            case 0 -> Duration.ofMinutes(16);
            case 1, 2, 3 -> Duration.ofSeconds(70);
            default -> Duration.ofMillis(random.nextInt(2_000));
        };
    }

    private static void step(Walk walk, AdmissionCommand command) {
        Lobby lobby = walk.lobby;
        lobby.when(command).all().forEach(event -> {
            walk.history.add(new Happened(event, lobby.now()));
            walk.plain.see(event);
            walk.inventory.see(event, walk.plain.pace().maxConcurrent());
        });
        AdmissionView view = lobby.books().view(Lobby.EVENT);
        Room room = lobby.room();
        assertThat(room.count().shopping()).isEqualTo(walk.plain.shopping().size());
        List<AdmissionView.Waiting> next = next(view);
        if (room.drawn() && !room.closed()) {
            assertThat(next.stream().map(AdmissionView.Waiting::fanId)).isEqualTo(walk.plain.order());
        }
        assertSameAfterRestart(lobby, view, next);
    }

    /** Behind a closed door nobody is next. */
    private static List<AdmissionView.Waiting> next(AdmissionView view) {
        return Objects.requireNonNull(view.room()).closed() ? List.of() : view.next(FANS);
    }

    /** Whatever may be asked of the books is answered alike by books that were only just opened. */
    private static void assertSameAfterRestart(Lobby lobby, AdmissionView view, List<AdmissionView.Waiting> next) {
        AdmissionBooks opened = lobby.rows().books();
        AdmissionView again = opened.view(Lobby.EVENT);
        assertThat(next(again)).isEqualTo(next);
        assertThat(again.room()).isEqualTo(view.room());
        Instant late = lobby.now().plus(Duration.ofHours(2));
        assertThat(again.dueBy(late, FANS)).isEqualTo(view.dueBy(late, FANS));
        assertThat(opened.due(lobby.now())).isEqualTo(lobby.books().due(lobby.now()));
        for (long origin = 0; origin < FANS; origin++) {
            assertThat(again.liveAt(origin)).isEqualTo(view.liveAt(origin));
            assertThat(again.liveOn(origin)).isEqualTo(view.liveOn(origin));
            assertThat(again.liveOf(origin)).isEqualTo(view.liveOf(origin));
        }
        Room room = lobby.room();
        if (!room.drawn()) {
            assertThat(again.roster().root()).isEqualTo(view.roster().root());
        }
    }

    private static AdmissionCommand command(Walk walk) {
        Random random = walk.random;
        String fan = "fan" + random.nextInt(FANS);
        Integer place = walk.plain.liveSequence(fan);
        int sequence = place == null ? 1 + random.nextInt(50) : place;
        return switch (random.nextInt(40)) {
            case 0, 1, 2, 3 -> new LeaveQueue(fan, sequence);
            case 4, 5 -> new RateFan(Rooms.OPERATOR, fan, tier(random), suspicion(random), "a reason");
            case 6, 7, 8, 9, 10, 11, 12, 13 -> new ArriveAtSale(fan, Admission.id(Lobby.EVENT, sequence));
            case 14 -> control(random);
            case 15 -> new PublishBeacon(Rooms.ORGANIZER, Rooms.BEACON.round(), Rooms.randomness(42));
            case 16 -> new ChangeRoom(walk.terms.drawnAt(walk.terms.drawsAt().plusSeconds(random.nextInt(300))));
            case 17, 18, 19, 20, 21 -> new WakeRoom();
            default -> joins(random);
        };
    }

    private static @Nullable Tier tier(Random random) {
        return random.nextBoolean() ? null : TIERS.get(random.nextInt(TIERS.size()));
    }

    private static @Nullable Integer suspicion(Random random) {
        return random.nextInt(3) > 0 ? null : random.nextInt(1_001);
    }

    private static ControlRoom control(Random random) {
        Control.@Nullable State state = switch (random.nextInt(6)) {
            case 0 -> Control.State.PAUSED;
            case 1 -> Control.State.DRAINING;
            case 2 -> null;
            default -> Control.State.OPEN;
        };
        return new ControlRoom(Rooms.ORGANIZER, random.nextInt(8), 1 + random.nextInt(50), state, random.nextBoolean());
    }

    private static JoinQueue joins(Random random) {
        return new JoinQueue(IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> new Join(
                        "fan" + random.nextInt(FANS),
                        Rooms.request("request" + random.nextInt(1_000)),
                        random.nextInt(5),
                        new Join.Origin(random.nextInt(8), random.nextInt(30), random.nextInt(FANS))))
                .toList());
    }

    private static Lobby.Rows replayed(Walk walk) {
        Lobby.Rows rows = new Lobby.Rows();
        AdmissionBooks books = rows.books();
        walk.history.forEach(happened -> books.apply(Lobby.EVENT, happened.event, happened.at));
        AdmissionView replayed = books.view(Lobby.EVENT);
        assertThat(next(replayed)).isEqualTo(next(walk.lobby.books().view(Lobby.EVENT)));
        return rows;
    }
}
