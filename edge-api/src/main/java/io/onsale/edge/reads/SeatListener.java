package io.onsale.edge.reads;

import io.onsale.edge.streams.Listener;
import io.onsale.edge.streams.ServerSentEvent;
import io.onsale.edge.views.seats.ChangesTo;
import io.onsale.edge.views.seats.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** One who follows a seat map, from its beginning or from the version it saw last. */
final class SeatListener implements Listener {
    private final SeatSelection selection;
    private final SeatAnswers answers;
    private final Optional<Long> lastSeen;

    SeatListener(SeatSelection selection, SeatAnswers answers, Optional<Long> lastSeen) {
        this.selection = selection;
        this.answers = answers;
        this.lastSeen = lastSeen;
    }

    @Override
    public long welcome(OutputStream out) throws IOException {
        if (lastSeen.isEmpty()) {
            return again(out);
        }
        Optional<ChangesTo> missed =
                selection.show().since(selection.performanceId(), selection.span(), lastSeen.get());
        if (missed.isEmpty()) {
            return anew(out);
        }
        // Also where nothing was missed, so that a listener knows it is up to date.
        out.write(SeatSource.delta(answers.json(selection.show()), missed.get()));
        return missed.get().version();
    }

    @Override
    public long again(OutputStream out) throws IOException {
        return answers.withSnapshot(selection, snapshot -> snapshot(snapshot, out));
    }

    private long anew(OutputStream out) throws IOException {
        return answers.withSnapshot(selection, snapshot -> {
            out.write(SeatSource.reset(snapshot.version()));
            snapshot(snapshot, out);
        });
    }

    private void snapshot(Snapshot snapshot, OutputStream out) throws IOException {
        ServerSentEvent.write(
                out,
                "snapshot",
                Optional.of(Long.toString(snapshot.version())),
                data -> answers.write(selection, snapshot, data));
    }
}
