package io.onsale.standalone.crowd;

/**
 * What became of the line before a show.
 *
 * @param last its figures at the end
 * @param mostShopping how many were seen shopping at once, at most
 * @param overshoot by how many it was seen to be more than allowed, at most
 */
public record LineReport(LineFigures last, long mostShopping, long overshoot) {

    /** For people. */
    String text() {
        return "%,d joined, %,d let in after %.0f s at the median, %.0f s at p99; %,d left the line, %,d did not come; at most %,d shopping of %,d allowed, overshoot %,d"
                .formatted(
                        last.joined(),
                        last.letIn(),
                        last.medianWait(),
                        last.p99Wait(),
                        last.left(),
                        last.noShows(),
                        mostShopping,
                        last.allowed(),
                        overshoot);
    }
}
