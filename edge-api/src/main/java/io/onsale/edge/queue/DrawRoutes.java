package io.onsale.edge.queue;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.SigningKeys;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.http.AnswerDeadline;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.views.queue.DrawFacts;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.RosterArchive;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Move;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What anybody needs to check a draw: the draw, its roster, and the keys that receipts are signed with. */
final class DrawRoutes implements Routes {
    private static final int LEAVES_AT_ONCE = 2_000;
    /** A download may take a minute, and longer by its size: slower ones only keep others out. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int LEAVES_PER_SECOND = 2_000;

    private final Rooms rooms;
    private final SigningKeys keys;
    private final Throttles throttles;
    private final Clock clock;
    private final Downloads downloads = new Downloads();

    DrawRoutes(Rooms rooms, SigningKeys keys, Throttles throttles, Clock clock) {
        this.rooms = rooms;
        this.keys = keys;
        this.throttles = throttles;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/queue/{event_id}/draw", this::draw);
        routes.get("/api/queue/{event_id}/draw/roster", this::roster);
        routes.get("/.well-known/jwks.json", this::keys);
    }

    private void draw(Context ctx) {
        QueueRoom room = rooms.room(Params.id(ctx, "event_id"));
        Json.answer(ctx, 200, document(room).json());
    }

    /** What is published at one instant, and the facts that it tells. */
    private record Document(DrawFacts facts, Map<String, @Nullable Object> json) {}

    private Document document(QueueRoom room) {
        Instant now = clock.instant();
        return room.atOnce(() -> {
            DrawFacts facts = room.draw();
            return new Document(facts, DrawJson.of(room, facts, room.phase(now)));
        });
    }

    private void roster(Context ctx) throws IOException {
        QueueRoom room = rooms.room(Params.id(ctx, "event_id"));
        DrawFacts draw = room.draw();
        if (draw.rosterRoot().isEmpty()) {
            throw Problem.of(409, "not_frozen_yet", "The roster is published when the sale begins.")
                    .with("draws_at", room.terms().getDrawsAt().toString())
                    .toException();
        }
        if (room.isForgotten() && draw.rosterRoot().flatMap(rooms::archived).isEmpty()) {
            throw Problem.of(
                            410,
                            "roster_gone",
                            "This queue has been over for more than a day, and this instance keeps its roster no more. What it was drawn from is in the log, from"
                                    + " which its organizer can have it computed again; what bound the draw is still published.")
                    .with("draw", "/api/queue/" + room.eventId() + "/draw")
                    .toException();
        }
        String address = throttles.address(ctx);
        if (!downloads.begin(address)) {
            throw Problem.of(503, "overloaded", "Too many read rosters at the moment.")
                    .retryAfterSeconds(5)
                    .toException();
        }
        Duration patience = PATIENCE.plusSeconds(draw.rosterSize() / LEAVES_PER_SECOND);
        try {
            ctx.status(200).disableCompression().contentType("application/x-ndjson");
            AnswerDeadline.within(patience, ctx, () -> write(room, ctx.res().getOutputStream()));
        } finally {
            downloads.end(address);
        }
    }

    private void write(QueueRoom room, OutputStream out) throws IOException {
        Document document = document(room);
        DrawFacts draw = document.facts();
        writeLine(document.json(), out);
        int written = writeRemembered(room, out);
        if (written < draw.rosterSize()) {
            writeArchived(draw, written, out);
        }
        for (Move move : room.moves(draw.moved())) {
            writeLine(DrawJson.move(move), out);
        }
    }

    private static void writeLine(Map<String, ? extends @Nullable Object> json, OutputStream out) throws IOException {
        out.write(Json.bytes(json));
        out.write('\n');
    }

    private static int writeRemembered(QueueRoom room, OutputStream out) throws IOException {
        int written = 0;
        List<Leaf> leaves = room.leavesFrom(0, LEAVES_AT_ONCE);
        while (!leaves.isEmpty()) {
            String lines = leaves.stream().map(RosterArchive::line).collect(Collectors.joining());
            out.write(lines.getBytes(StandardCharsets.US_ASCII));
            written += leaves.size();
            leaves = room.leavesFrom(leaves.getLast().sequence() + 1, LEAVES_AT_ONCE);
        }
        return written;
    }

    /** All of it, or what is missing where the room was forgotten in the middle of the download. */
    private void writeArchived(DrawFacts draw, int written, OutputStream out) throws IOException {
        Path archived = draw.rosterRoot()
                .flatMap(rooms::archived)
                .orElseThrow(() -> new IOException("the roster is kept nowhere"));
        try (Stream<String> lines = Files.lines(archived, StandardCharsets.US_ASCII)) {
            for (Iterator<String> each = lines.skip(written).iterator(); each.hasNext(); ) {
                out.write((each.next() + '\n').getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private void keys(Context ctx) {
        // A key is published well before it signs, so a copy may be as old as that.
        ctx.header("Cache-Control", "public, max-age=300");
        ctx.status(200).contentType("application/jwk-set+json").result(keys.publicJwks());
    }
}
