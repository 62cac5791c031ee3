package io.onsale.topologies.show.domain;

import java.time.ZoneId;
import java.util.List;

/**
 * Until when and at what fee a fan may cancel, and when the places are on sale again.
 *
 * @param cutOffHours before the performance; from then on nobody cancels
 * @param fees from many days to few; none: free
 */
public record CancellationPolicy(int cutOffHours, List<FeeStep> fees, Returns returns, Night night) {

    /** Free until the performance begins, places back at once. */
    public static final CancellationPolicy LENIENT =
            new CancellationPolicy(0, List.of(), Returns.AT_ONCE, new Night(120, 300, ZoneId.of("UTC")));

    /** What cancelling costs, in percent of the price, from so many whole days before the performance on. */
    public record FeeStep(int daysBefore, int percent) {}

    /** When cancelled places are on sale again. */
    public enum Returns {
        AT_ONCE,
        NIGHT_BATCH
    }

    /** The window, in minutes of the day, in which a batch of places comes back. */
    public record Night(int from, int until, ZoneId zone) {}

    public CancellationPolicy {
        fees = List.copyOf(fees);
    }
}
