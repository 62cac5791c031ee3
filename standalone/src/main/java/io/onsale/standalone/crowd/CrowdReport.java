package io.onsale.standalone.crowd;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the crowd went through.
 *
 * @param last the figures at the end; its holds per second is the best second's
 * @param seatsHeld seats in all the holds given
 * @param mostHeld seats held or sold at one moment, at most
 * @param orders that are paid
 * @param ticketsSold in them
 * @param outcomes how many fans' visits ended in each way
 * @param failures the first answers that should not have been, in words
 * @param line what became of the line, where there was a waiting room
 * @param queueToken of somebody who took part in the draw; empty where nobody did
 */
public record CrowdReport(
        String eventId,
        CrowdProgress last,
        long seatsHeld,
        long mostHeld,
        long orders,
        long ticketsSold,
        Map<FanOutcome, Long> outcomes,
        List<String> failures,
        Optional<LineReport> line,
        String queueToken) {

    /** How many fans' visits ended in that way. */
    public long count(FanOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "The on-sale: %,d fans for %,d seats, over after %.0f s"
                        .formatted(last.fans(), last.seats(), seconds(last.elapsed())));
        line.ifPresent(room -> line(text, "  the line  " + room.text()));
        line(
                text,
                "  the hall  %,d seats taken at once, %.0f %% of all"
                        .formatted(mostHeld, 100.0 * mostHeld / last.seats()));
        line(
                text,
                "  holds     %,d given, with %,d seats; %,.0f in the best second"
                        .formatted(last.holds(), seatsHeld, last.holdsPerSecond()));
        line(
                text,
                "  sold      %,d tickets in %,d orders, %.0f %% of the hall"
                        .formatted(ticketsSold, orders, 100.0 * ticketsSold / last.seats()));
        line(text, "  refused   " + (last.refusals().isEmpty() ? "nobody" : refusals()));
        line(text, "  fans      " + visits());
        line(
                text,
                "  answers   %,d, %s; to a request for seats in %.0f ms at the median, %.0f ms at p99"
                        .formatted(
                                last.requests(),
                                last.errors() == 0 ? "no error" : "%,d errors".formatted(last.errors()),
                                millis(last.median()),
                                millis(last.p99())));
        failures.forEach(failure -> line(text, "  failed    " + failure));
        return text.toString();
    }

    private String visits() {
        return outcomes.entrySet().stream()
                .map(outcome ->
                        "%,d %s".formatted(outcome.getValue(), outcome.getKey().words()))
                .collect(Collectors.joining(", "));
    }

    private String refusals() {
        return last.refusals().entrySet().stream()
                .map(refusal -> "%,d times: %s"
                        .formatted(refusal.getValue(), refusal.getKey().replace('_', ' ')))
                .collect(Collectors.joining(", "));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
