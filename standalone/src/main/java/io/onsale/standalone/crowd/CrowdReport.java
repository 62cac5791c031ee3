package io.onsale.standalone.crowd;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the crowd went through.
 *
 * @param last the figures at the end; its holds per second is the best second's
 * @param seatsHeld seats in all the holds given
 * @param outcomes how many fans' visits ended in each way
 * @param failures the first answers that should not have been, in words
 */
public record CrowdReport(
        String eventId, CrowdProgress last, long seatsHeld, Map<FanOutcome, Long> outcomes, List<String> failures) {

    /** How many fans' visits ended in that way. */
    public long count(FanOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, "Crowd of %,d fans, through in %.1f s".formatted(last.fans(), seconds(last.elapsed())));
        line(
                text,
                "  fans      "
                        + outcomes.entrySet().stream()
                                .map(outcome -> "%,d %s".formatted(outcome.getValue(), word(outcome.getKey())))
                                .collect(Collectors.joining(", ")));
        line(
                text,
                "  holds     %,d with %,d seats, %,.0f in the best second"
                        .formatted(last.holds(), seatsHeld, last.holdsPerSecond()));
        line(text, "  refusals  " + (last.refusals().isEmpty() ? "none" : refusals()));
        line(text, "  requests  %,d, of which %,d failed".formatted(last.requests(), last.errors()));
        line(
                text,
                "  to hold   %.1f ms at the median, %.1f ms at p99"
                        .formatted(millis(last.median()), millis(last.p99())));
        failures.forEach(failure -> line(text, "  failed    " + failure));
        return text.toString();
    }

    private String refusals() {
        return last.refusals().entrySet().stream()
                .map(refusal -> "%,d %s".formatted(refusal.getValue(), refusal.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String word(FanOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
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
