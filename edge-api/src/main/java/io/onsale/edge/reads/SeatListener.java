package io.onsale.edge.reads;

import io.onsale.edge.streams.Greeting;
import io.onsale.edge.streams.Listener;
import io.onsale.edge.streams.ServerSentEvent;
import io.onsale.edge.views.seats.ChangesTo;
import io.onsale.edge.views.seats.Snapshot;
import java.io.ByteArrayOutputStream;
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
    public Greeting welcome() {
        if (lastSeen.isEmpty()) {
            return again();
        }
        return selection
                .show()
                .since(selection.performanceId(), selection.span(), lastSeen.get())
                .map(this::missed)
                .orElseGet(this::anew);
    }

    @Override
    public Greeting again() {
        Snapshot snapshot = selection.snapshot();
        byte[] event = ServerSentEvent.of(
                "snapshot", Optional.of(Long.toString(snapshot.version())), answers.plain(selection, snapshot));
        return new Greeting(snapshot.version(), event);
    }

    /** Also where nothing was missed, so that a listener knows it is up to date. */
    private Greeting missed(ChangesTo changes) {
        return new Greeting(changes.version(), SeatSource.delta(answers.json(selection.show()), changes));
    }

    private Greeting anew() {
        Greeting whole = again();
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(SeatSource.reset(whole.version()));
        both.writeBytes(whole.bytes());
        return new Greeting(whole.version(), both.toByteArray());
    }
}
