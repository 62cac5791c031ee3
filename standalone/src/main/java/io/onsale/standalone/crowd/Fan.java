package io.onsale.standalone.crowd;

import io.onsale.ml.behaviour.FanBehaviour;
import io.onsale.ml.behaviour.FunnelStep;
import io.onsale.ml.behaviour.OpenSeat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One fan's visit, from the first page to the end of what it holds. */
final class Fan {

    private static final Duration LOOKS_AGAIN = Duration.ofMillis(250);
    private static final int LOOKS = 20;

    private final FanBehaviour behaviour;
    private final Shopper shopper;
    private final CrowdShow show;
    private final Optional<InLine> inLine;
    private final CrowdCounts counts;
    private final Pause pause;

    /**
     * A fan.
     *
     * @param inLine how it waits before it may look at seats; nothing where there is no waiting room
     */
    Fan(
            FanBehaviour behaviour,
            Shopper shopper,
            CrowdShow show,
            Optional<InLine> inLine,
            CrowdCounts counts,
            Pause pause) {
        this.behaviour = behaviour;
        this.shopper = shopper;
        this.show = show;
        this.inLine = inLine;
        this.counts = counts;
        this.pause = pause;
    }

    FanOutcome visits() {
        for (FunnelStep page : behaviour.pages()) {
            if (page == FunnelStep.SEAT_SELECTION) {
                return inLine.map(line -> line.waitsAnd(this::shops)).orElseGet(this::shops);
            }
            Optional<FanOutcome> end = looksAt(page);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return FanOutcome.LEFT;
    }

    private FanOutcome shops() {
        return looksAt(FunnelStep.SEAT_SELECTION).orElseGet(this::buys);
    }

    /** Nothing where it goes on. */
    private Optional<FanOutcome> looksAt(FunnelStep page) {
        if (!opens(page)) {
            return Optional.of(FanOutcome.FAILED);
        }
        return pause.pause(behaviour.readsAPage()) ? Optional.empty() : Optional.of(FanOutcome.SENT_HOME);
    }

    private boolean opens(FunnelStep page) {
        boolean told = worked("telemetry", shopper.opened(page));
        return told && (page != FunnelStep.EVENT_DETAIL || worked("event", shopper.event()));
    }

    private FanOutcome buys() {
        FanOutcome without = FanOutcome.GAVE_UP;
        for (int losses = 0; behaviour.triesAgain(losses); losses++) {
            List<OpenSeat> seats = chooses(losses);
            without = seats.isEmpty() ? FanOutcome.SOLD_OUT : FanOutcome.GAVE_UP;
            if (!pause.pause(seats.isEmpty() ? behaviour.looksAgain() : behaviour.choosesSeats(losses))) {
                return FanOutcome.SENT_HOME;
            }
            if (seats.isEmpty()) {
                continue;
            }
            EdgeAnswer answer = shopper.reserve(seats);
            counts.answeredHold(answer, seats.size());
            if (answer.accepted()) {
                FanOutcome end = holds(answer);
                if (end != FanOutcome.BOUGHT) {
                    counts.givenBack(seats.size());
                }
                return end;
            }
            if (!answer.code().equals("seat_taken")) {
                return worked("reserve", answer) ? FanOutcome.GAVE_UP : FanOutcome.FAILED;
            }
        }
        return without;
    }

    /** Seats of the first section, by its taste, that has enough. */
    private List<OpenSeat> chooses(int losses) {
        for (String section : behaviour.sections(show.sections())) {
            EdgeAnswer map = shopper.seats(section);
            List<OpenSeat> seats =
                    worked("seats", map) ? behaviour.seats(SeatList.open(map.body()), losses) : List.of();
            if (!seats.isEmpty()) {
                return seats;
            }
        }
        return List.of();
    }

    private FanOutcome holds(EdgeAnswer held) {
        String reservation = held.text("reservation_id");
        return switch (behaviour.traits().fate()) {
            case BUY -> new Purchase(behaviour, shopper, counts, pause).of(reservation);
            case LET_EXPIRE -> waits(reservation, held);
            case RELEASE -> gives(reservation);
        };
    }

    private FanOutcome gives(String reservation) {
        if (!pause.pause(behaviour.thinksItOver())) {
            return FanOutcome.SENT_HOME;
        }
        EdgeAnswer released = shopper.release(reservation);
        if (released.code().equals("reservation_ended")) {
            return FanOutcome.EXPIRED;
        }
        return worked("release", released) ? FanOutcome.RELEASED : FanOutcome.FAILED;
    }

    private FanOutcome waits(String reservation, EdgeAnswer held) {
        if (!pause.pause(untilDeadline(held))) {
            return FanOutcome.SENT_HOME;
        }
        EdgeAnswer status = shopper.status(reservation);
        for (int look = 1; look < LOOKS && !status.text("status").equals("expired"); look++) {
            if (!pause.pause(LOOKS_AGAIN)) {
                return FanOutcome.SENT_HOME;
            }
            status = shopper.status(reservation);
        }
        if (status.text("status").equals("expired")) {
            return FanOutcome.EXPIRED;
        }
        counts.failed("a hold did not expire", status);
        return FanOutcome.FAILED;
    }

    private Duration untilDeadline(EdgeAnswer held) {
        try {
            Duration left = Duration.between(Instant.now(), Instant.parse(held.text("expires_at")));
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException e) {
            counts.failed("a hold without a deadline", held);
            return Duration.ZERO;
        }
    }

    /** Refusals are part of life; no answer, a failure or a refused identity is not. */
    private boolean worked(String what, EdgeAnswer answer) {
        boolean worked = answer.accepted() || answer.status() == 409;
        if (!worked) {
            counts.failed(what, answer);
        }
        return worked;
    }
}
