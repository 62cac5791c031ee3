package io.onsale.ml.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeatTasteTest {

    private final SeatTaste common = new SeatTaste(0, new SplittableRandom(1));

    @Test
    void losingTheBestSeatsMakesItLookElsewhere() {
        List<OpenSeat> open =
                IntStream.range(0, 20).boxed().flatMap(row -> row(row, 1, 20)).toList();

        assertThat(seatsChosen(common, open)).hasSize(1);
        assertThat(seatsChosen(common.after(2), open)).hasSizeGreaterThan(10);
    }

    /** The different choices of a hundred fans of one taste. */
    private static Set<List<OpenSeat>> seatsChosen(SeatTaste taste, List<OpenSeat> open) {
        return IntStream.range(0, 100)
                .mapToObj(fan -> List.copyOf(taste.choose(open, 2)))
                .collect(Collectors.toSet());
    }

    @Test
    void takesTheMiddleOfTheFrontRow() {
        List<OpenSeat> open = Stream.concat(row(1, 1, 9), row(0, 1, 9)).toList();

        assertThat(ids(common.choose(open, 1))).containsExactly("0-5");
        assertThat(ids(common.choose(open, 3))).containsExactly("0-4", "0-5", "0-6");
    }

    @Test
    void takesSeatsSideBySideEvenWhereSingleOnesAreBetter() {
        List<OpenSeat> open = Stream.of(row(0, 5, 5), row(0, 7, 7), row(3, 1, 2))
                .flatMap(seats -> seats)
                .toList();

        assertThat(ids(common.choose(open, 2))).containsExactly("3-1", "3-2");
    }

    @Test
    void takesScatteredSeatsWhereNoneAreSideBySide() {
        List<OpenSeat> open = Stream.of(row(0, 9, 9), row(0, 5, 5), row(4, 1, 1))
                .flatMap(seats -> seats)
                .toList();

        assertThat(ids(common.choose(open, 2))).containsExactly("0-5", "0-9");
    }

    @Test
    void takesNothingWhereTooFewAreLeft() {
        assertThat(common.choose(row(0, 1, 3).toList(), 4)).isEmpty();
    }

    @Test
    void seatsOfTwoRowsAreNotSideBySide() {
        List<OpenSeat> open = Stream.concat(row(0, 9, 9), row(1, 1, 2)).toList();

        assertThat(ids(common.choose(open, 2))).containsExactly("1-1", "1-2");
    }

    @Test
    void aWhimSpreadsChoicesOverTheRow() {
        List<OpenSeat> open = row(0, 1, 9).toList();

        long choices = IntStream.range(0, 100)
                .mapToObj(fan -> new SeatTaste(1, new SplittableRandom(fan)).choose(open, 1))
                .distinct()
                .count();

        assertThat(choices).isGreaterThan(5);
    }

    private static Stream<OpenSeat> row(int row, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(seat -> new OpenSeat(row + "-" + seat, "A", row, seat, 9));
    }

    private static List<String> ids(List<OpenSeat> seats) {
        return seats.stream().map(OpenSeat::id).toList();
    }
}
