package io.onsale.edge.reads;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.http.Etags;
import io.onsale.edge.http.Gzip;
import io.onsale.edge.http.Routes;
import io.onsale.edge.streams.Broadcaster;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Seat maps, as they stand and as they change. */
final class SeatRoutes implements Routes {
    private final SeatSelections selections;
    private final Broadcaster broadcaster;
    private final SeatAnswers answers = new SeatAnswers();

    SeatRoutes(SeatSelections selections, Broadcaster broadcaster) {
        this.selections = selections;
        this.broadcaster = broadcaster;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/events/{event_id}/seats", this::seats);
        routes.get("/api/events/{event_id}/seats/stream", this::stream);
    }

    private void seats(Context ctx) throws IOException {
        SeatSelection selection = selections.of(ctx);
        // Never answered from a cache without asking here.
        ctx.header("Cache-Control", "no-cache");
        ctx.header("Vary", "Accept-Encoding");
        if (Etags.isKnown(ctx, tag(selection, selection.show().version()))) {
            return;
        }
        ctx.status(200).contentType("application/json").disableCompression();
        if (Gzip.accepted(ctx)) {
            SeatAnswers.Packed packed = answers.gzipped(selection);
            ctx.header("ETag", etag(selection, packed.version()))
                    .header("Content-Encoding", "gzip")
                    .result(packed.bytes());
        } else {
            answers.withSnapshot(selection, snapshot -> {
                ctx.header("ETag", etag(selection, snapshot.version()));
                answers.write(selection, snapshot, ctx.res().getOutputStream());
            });
        }
    }

    private void stream(Context ctx) throws IOException, InterruptedException {
        SeatSelection selection = selections.of(ctx);
        SeatListener listener = new SeatListener(selection, answers, lastSeen(ctx));
        // Listeners differ in how they want to begin, not in what changes.
        SeatSelection about =
                new SeatSelection(selection.show(), selection.performanceId(), selection.section(), false);
        EventStreams.begin(ctx);
        broadcaster.serve(
                about,
                () -> new SeatSource(about, answers.json(about.show())),
                listener,
                ctx.res().getOutputStream());
    }

    private static Optional<Long> lastSeen(Context ctx) {
        @Nullable String id = ctx.req().getHeader("Last-Event-ID");
        try {
            return id == null ? Optional.empty() : Optional.of(Long.parseLong(id));
        } catch (NumberFormatException e) {
            // None of ours: as good as none.
            return Optional.empty();
        }
    }

    private static String tag(SeatSelection selection, long version) {
        return version + (selection.compact() ? "-compact" : "-full");
    }

    private static String etag(SeatSelection selection, long version) {
        return "W/\"" + tag(selection, version) + "\"";
    }
}
