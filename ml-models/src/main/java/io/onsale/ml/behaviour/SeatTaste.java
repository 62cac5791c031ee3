package io.onsale.ml.behaviour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Which of the seats still open a fan takes: side by side, near the front and the middle, give or take a whim. */
final class SeatTaste {

    private static final Comparator<OpenSeat> SIDE_BY_SIDE = Comparator.comparing(OpenSeat::section)
            .thenComparingInt(OpenSeat::row)
            .thenComparingInt(OpenSeat::number);

    private record Choice(List<OpenSeat> seats, double liking) {}

    /** How much of its taste a fan still has after it lost seats to others once more. */
    private static final double STUBBORNNESS = 0.6;

    private final double whim;
    private final RandomGenerator random;

    SeatTaste(double whim, RandomGenerator random) {
        this.whim = whim;
        this.random = random;
    }

    /** The taste after so many losses: whoever lost the best seats looks where fewer others do. */
    SeatTaste after(int losses) {
        return new SeatTaste(1 - (1 - whim) * Math.pow(STUBBORNNESS, losses), random);
    }

    /** The block of so many seats it likes best; scattered seats where no block is left; empty where there are too few. */
    List<OpenSeat> choose(List<OpenSeat> open, int wanted) {
        if (open.size() < wanted) {
            return List.of();
        }
        List<OpenSeat> inOrder = open.stream().sorted(SIDE_BY_SIDE).toList();
        List<Choice> blocks = blocks(inOrder, wanted);
        return blocks.isEmpty()
                ? scattered(open, wanted)
                : blocks.stream()
                        .max(Comparator.comparingDouble(Choice::liking))
                        .orElseThrow()
                        .seats();
    }

    private List<Choice> blocks(List<OpenSeat> inOrder, int wanted) {
        List<Choice> blocks = new ArrayList<>();
        int together = 1;
        for (int last = 0; last < inOrder.size(); last++) {
            together = last > 0 && adjacent(inOrder.get(last - 1), inOrder.get(last)) ? together + 1 : 1;
            if (together >= wanted) {
                List<OpenSeat> seats = inOrder.subList(last + 1 - wanted, last + 1);
                blocks.add(new Choice(seats, liking(seats.get(wanted / 2))));
            }
        }
        return blocks;
    }

    private List<OpenSeat> scattered(List<OpenSeat> open, int wanted) {
        return open.stream()
                .map(seat -> new Choice(List.of(seat), liking(seat)))
                .sorted(Comparator.comparingDouble(Choice::liking).reversed())
                .limit(wanted)
                .map(choice -> choice.seats().getFirst())
                .toList();
    }

    /** Between 0 and 1 where there is no whim: a row further back costs as much as some seats to the side. */
    private double liking(OpenSeat seat) {
        double middle = (seat.rowSeats() + 1) / 2.0;
        double aside = Math.abs(seat.number() - middle) / Math.max(1, seat.rowSeats());
        double common = 1 / (1 + 0.2 * seat.row() + aside);
        return (1 - whim) * common + whim * random.nextDouble();
    }

    private static boolean adjacent(OpenSeat left, OpenSeat right) {
        return left.section().equals(right.section())
                && left.row() == right.row()
                && left.number() + 1 == right.number();
    }
}
