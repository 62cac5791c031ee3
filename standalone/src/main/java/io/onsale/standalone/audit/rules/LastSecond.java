package io.onsale.standalone.audit.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many were let in within the last second of the events' own time, and how many may have been. */
final class LastSecond {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private record Step(Instant at, int admitted, int perSecond) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private int count;

    /** So many are let in while so many a second may be. */
    void add(Instant at, int admitted, int perSecond) {
        steps.addLast(new Step(at, admitted, perSecond));
        count += admitted;
        Instant since = at.minus(SECOND);
        while (!steps.getFirst().at().isAfter(since)) {
            count -= steps.removeFirst().admitted();
        }
    }

    int count() {
        return count;
    }

    /** At the fastest pace of that second; a quarter of a second may be caught up. */
    int most() {
        int fastest = steps.stream().mapToInt(Step::perSecond).max().orElse(0);
        return fastest + fastest / 4 + 1;
    }
}
