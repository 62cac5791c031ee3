package io.onsale.ml.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FanBehaviourTest {

    private static final List<String> SECTIONS = List.of("A", "B", "C");

    @Test
    void theSameSeedAndNumberDoTheSame() {
        assertThat(diary(7, 3)).isEqualTo(diary(7, 3));
    }

    @Test
    void anotherSeedOrNumberDoesOtherwise() {
        assertThat(diary(7, 3)).isNotEqualTo(diary(7, 4)).isNotEqualTo(diary(8, 3));
    }

    @Test
    void partiesHaveOneToFourAndMostArePairs() {
        Map<Integer, Long> parties =
                crowd(4_000).collect(Collectors.groupingBy(fan -> fan.traits().partySize(), Collectors.counting()));

        assertThat(parties).containsOnlyKeys(1, 2, 3, 4);
        assertThat(parties.get(2)).isGreaterThan(parties.get(1)).isGreaterThan(parties.get(4));
    }

    @Test
    void someLeaveOnTheWayMostBuySomeReleaseAndSomeLetTheirHoldsExpire() {
        List<FanTraits> traits = crowd(4_000).map(FanBehaviour::traits).toList();

        assertThat(traits.stream().map(FanTraits::last).distinct()).containsExactlyInAnyOrder(FunnelStep.values());
        assertThat(traits.stream().map(FanTraits::fate).distinct()).containsExactlyInAnyOrder(HoldFate.values());
        assertThat(traits.stream().map(FanTraits::card).distinct()).containsExactlyInAnyOrder(Card.values());
        assertThat(traits.stream().filter(each -> each.fate() == HoldFate.BUY)).hasSizeGreaterThan(2_000);
    }

    @Test
    void mostWaitToTheEndOfTheLineSomeLeaveItAndSomeWanderOff() {
        List<LineHabits> habits = crowd(4_000).map(FanBehaviour::lineHabits).toList();

        assertThat(habits.stream().map(LineHabits::fate).distinct()).containsExactlyInAnyOrder(LineFate.values());
        assertThat(habits.stream().filter(each -> each.fate() == LineFate.WAITS))
                .hasSizeGreaterThan(3_000);
        assertThat(habits.stream().map(LineHabits::follows).distinct()).hasSize(2);
    }

    @Test
    void doesTheSameAtTheSeatMapWhetherItHadToWaitOrNot() {
        FanBehaviour waited = FanBehaviour.of(7, 3, Pace.HUMAN);
        FanBehaviour didNot = FanBehaviour.of(7, 3, Pace.HUMAN);

        assertThat(waited.looksAtPosition()).isPositive();
        assertThat(waited.waitsInVain()).isPositive();
        assertThat(waited.thinksItOver()).isEqualTo(didNot.thinksItOver());
    }

    @Test
    void looksAtThePagesInOrderUntilItLeaves() {
        for (FanBehaviour fan : crowd(200).toList()) {
            assertThat(fan.pages())
                    .startsWith(FunnelStep.VISIT)
                    .endsWith(fan.traits().last())
                    .isSorted();
        }
    }

    @Test
    void comesWithinTheTimeGivenAndMostlyEarly() {
        List<Duration> arrivals =
                crowd(2_000).map(fan -> fan.arrival(Duration.ofSeconds(10))).toList();

        assertThat(arrivals)
                .allMatch(arrival -> !arrival.isNegative() && arrival.compareTo(Duration.ofSeconds(10)) < 0);
        assertThat(arrivals.stream().filter(arrival -> arrival.toSeconds() < 5).count())
                .isGreaterThan(1_200);
    }

    @Test
    void comesInAStreamThatSwellsBeforeItThins() {
        long[] perSecond = new long[10];
        crowd(2_000).map(fan -> fan.arrival(Duration.ofSeconds(10))).forEach(at -> perSecond[(int) at.toSeconds()]++);

        assertThat(perSecond[1]).isGreaterThan(2 * perSecond[0]);
        assertThat(perSecond[9]).isLessThan(perSecond[2] / 4);
    }

    @Test
    void aFasterPaceThinksShorterByAsMuch() {
        Duration human = FanBehaviour.of(1, 1, Pace.HUMAN).thinksItOver();
        Duration hurried = FanBehaviour.of(1, 1, new Pace(10)).thinksItOver();

        assertThat(hurried.toMillis()).isCloseTo(human.toMillis() / 10, within(1L));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(0));
    }

    @Test
    void looksAtEverySectionOnceAndMoreBeginWithADearerOne() {
        Map<String, Long> first = crowd(2_000)
                .map(fan -> fan.sections(SECTIONS))
                .peek(order -> assertThat(order).containsExactlyInAnyOrderElementsOf(SECTIONS))
                .collect(Collectors.groupingBy(List::getFirst, Collectors.counting()));

        assertThat(first.get("A")).isGreaterThan(first.get("B"));
        assertThat(first.get("B")).isGreaterThan(first.get("C"));
    }

    @Test
    void givesUpAfterAsManyLossesAsItsPatienceIs() {
        FanBehaviour fan = FanBehaviour.of(1, 1, Pace.HUMAN);
        int patience = fan.traits().patience();

        assertThat(fan.triesAgain(patience - 1)).isTrue();
        assertThat(fan.triesAgain(patience)).isFalse();
    }

    @Test
    void choosesFasterOnceItHasLostSeats() {
        Duration first = FanBehaviour.of(1, 1, Pace.HUMAN).choosesSeats(0);
        Duration again = FanBehaviour.of(1, 1, Pace.HUMAN).choosesSeats(1);

        assertThat(again).isLessThan(first);
    }

    @Test
    void waitsLongerBeforeEachRetryButNeverForLong() {
        FanBehaviour fan = FanBehaviour.of(1, 1, Pace.HUMAN);

        assertThat(fan.beforeRetry(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(fan.beforeRetry(3)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
        assertThat(fan.beforeRetry(1_000)).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(5));
    }

    private static Stream<FanBehaviour> crowd(int size) {
        return LongStream.range(0, size).mapToObj(number -> FanBehaviour.of(42, number, Pace.HUMAN));
    }

    private static List<Object> diary(long seed, long number) {
        FanBehaviour fan = FanBehaviour.of(seed, number, Pace.HUMAN);
        List<OpenSeat> open = IntStream.rangeClosed(1, 20)
                .mapToObj(seat -> new OpenSeat("A-1-" + seat, "A", 0, seat, 20))
                .toList();
        List<Object> diary = new ArrayList<>();
        diary.add(fan.traits());
        diary.add(fan.arrival(Duration.ofSeconds(10)));
        diary.add(fan.readsAPage());
        diary.add(fan.sections(SECTIONS));
        diary.add(fan.choosesSeats(0));
        diary.add(fan.seats(open, 0).stream().map(OpenSeat::id).toList());
        diary.add(fan.beforeRetry(2));
        return diary;
    }
}
