package io.onsale.edge.reads;

import io.onsale.edge.streams.Frame;
import io.onsale.edge.streams.ServerSentEvent;
import io.onsale.edge.streams.Source;
import io.onsale.edge.views.seats.ChangesTo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The changes of a seat map, those between two calls in one delta. */
final class SeatSource implements Source {
    private final SeatSelection selection;
    private final SeatsJson json;
    private long version;

    SeatSource(SeatSelection selection, SeatsJson json) {
        this.selection = selection;
        this.json = json;
        this.version = selection.show().version();
    }

    @Override
    public Optional<Frame> news() {
        long now = selection.show().version();
        if (now == version) {
            return Optional.empty();
        }
        Optional<ChangesTo> changes = selection.show().since(selection.performanceId(), selection.span(), version);
        version = changes.map(ChangesTo::version).orElse(now);
        if (changes.isEmpty()) {
            return Optional.of(Frame.reset(version, reset(version)));
        }
        return changes.filter(some -> !some.isEmpty()).map(some -> Frame.of(version, delta(json, some)));
    }

    static byte[] delta(SeatsJson json, ChangesTo changes) {
        return ServerSentEvent.of("delta", Optional.of(Long.toString(changes.version())), json.delta(changes));
    }

    /** Tells a listener to forget what it knows; the whole map follows. */
    static byte[] reset(long version) {
        byte[] data = ("{\"version\":" + version + "}").getBytes(StandardCharsets.US_ASCII);
        return ServerSentEvent.of("reset", Optional.empty(), data);
    }
}
