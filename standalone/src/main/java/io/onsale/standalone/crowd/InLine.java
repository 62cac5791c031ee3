package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.ml.behaviour.FanBehaviour;
import io.onsale.ml.behaviour.LineFate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One fan's wait, from joining the line until it is let in, or not, and what it does with its place at the end. */
final class InLine {

    private final FanBehaviour behaviour;
    private final Place place;
    private final Shopper shopper;
    private final CrowdCounts counts;
    private final Pause pause;
    private long sequence;

    InLine(FanBehaviour behaviour, Place place, Shopper shopper, CrowdCounts counts, Pause pause) {
        this.behaviour = behaviour;
        this.place = place;
        this.shopper = shopper;
        this.counts = counts;
        this.pause = pause;
    }

    /** Waits; once it is let in it shops, and gives its place to the next unless it bought, which frees the place by itself. */
    FanOutcome waitsAnd(Supplier<FanOutcome> shops) {
        EdgeAnswer joined = place.joins();
        if (!joined.accepted()) {
            return failed("join", joined);
        }
        sequence = joined.body().at("/receipt/sequence").asLong();
        counts.joined(place.queueToken(), joined.text("phase"));
        Optional<FanOutcome> without =
                behaviour.lineHabits().fate() == LineFate.WAITS ? untilItsTurn() : untilItHasHadEnough();
        if (without.isPresent()) {
            return without.get();
        }
        FanOutcome end = shops.get();
        if (end == FanOutcome.BOUGHT || end == FanOutcome.SENT_HOME) {
            return end;
        }
        EdgeAnswer left = place.leaves(sequence);
        return left.accepted() ? end : failed("leave", left);
    }

    /** Nothing once it is let in. */
    private Optional<FanOutcome> untilItsTurn() {
        if (behaviour.lineHabits().follows()) {
            EdgeAnswer told = place.follow(InLine::isDecided);
            if (isDecided(told.body())) {
                return decided(told);
            }
            // The stream broke off, which happens; whoever asks now and again is as well off.
        }
        while (pause.pause(behaviour.looksAtPosition())) {
            EdgeAnswer status = place.status();
            if (!status.accepted()) {
                return Optional.of(failed("queue status", status));
            }
            if (isDecided(status.body())) {
                return decided(status);
            }
        }
        return Optional.of(FanOutcome.SENT_HOME);
    }

    /** Those who do not wait to the end look now and again until then, and shop if it is their turn earlier. */
    private Optional<FanOutcome> untilItHasHadEnough() {
        long enough = System.nanoTime() + behaviour.waitsInVain().toNanos();
        while (System.nanoTime() < enough) {
            long left = enough - System.nanoTime();
            long look = Math.max(1, Math.min(left, behaviour.looksAtPosition().toNanos()));
            if (!pause.pause(Duration.ofNanos(look))) {
                return Optional.of(FanOutcome.SENT_HOME);
            }
            if (System.nanoTime() >= enough) {
                break;
            }
            EdgeAnswer status = place.status();
            if (!status.accepted()) {
                return Optional.of(failed("queue status", status));
            }
            if (isDecided(status.body())) {
                return decided(status);
            }
        }
        if (behaviour.lineHabits().fate() == LineFate.WANDERS_OFF) {
            return Optional.of(FanOutcome.WANDERED_OFF);
        }
        EdgeAnswer left = place.leaves(sequence);
        return Optional.of(left.accepted() ? FanOutcome.LEFT_LINE : failed("leave", left));
    }

    /** Let in, with what lets one hold seats; or over. */
    private static boolean isDecided(JsonNode status) {
        return status.hasNonNull("admission_token")
                || status.path("phase").asText().equals("ended");
    }

    private Optional<FanOutcome> decided(EdgeAnswer status) {
        String token = status.text("admission_token");
        if (!token.isEmpty()) {
            shopper.admitted(token);
            return Optional.empty();
        }
        return Optional.of(
                status.text("ended").equals("no_show") ? FanOutcome.MISSED_TURN : failed("queue status", status));
    }

    private FanOutcome failed(String what, EdgeAnswer answer) {
        counts.failed(what, answer);
        return FanOutcome.FAILED;
    }
}
