package io.onsale.edge.views.queue;

/**
 * How a room does.
 *
 * @param joined places given, ever
 * @param shopping who were let in and can still act, as the log counts them
 * @param left gave up in line
 * @param gone gave up after they were let in
 */
public record Figures(
        long joined,
        int waiting,
        long admitted,
        int shopping,
        long arrived,
        long left,
        long gone,
        long noShows,
        long expired,
        long finished,
        double admittedPerSecond,
        double medianWait,
        double ninetiethWait,
        double ninetyNinthWait) {

    /** Of those whose admission is over, this part bought. */
    public double conversion() {
        long over = gone + noShows + expired + finished;
        return over == 0 ? 0 : (double) finished / over;
    }

    /** Who gave up: in line, after they were let in, or by not coming. */
    public long abandoned() {
        return left + gone + noShows;
    }
}
