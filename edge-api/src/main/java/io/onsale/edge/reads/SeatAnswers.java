package io.onsale.edge.reads;

import io.onsale.edge.http.Problem;
import io.onsale.edge.views.seats.Show;
import io.onsale.edge.views.seats.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Seat maps ready to be sent: each version of a map is packed once, however many ask for it at the same time. */
final class SeatAnswers {
    private static final int MOST_SLOTS = 512;
    private static final int MOST_WRITERS = 512;

    /** Each may last as long as a slow reader likes, and keeps a byte for each seat until then. */
    private static final int MOST_BEING_WRITTEN = 512;

    private final Map<Show, SeatsJson> writers = new ConcurrentHashMap<>();
    private final Map<SeatSelection, Slot> packed = new ConcurrentHashMap<>();

    private final Semaphore places;

    SeatAnswers() {
        this(MOST_BEING_WRITTEN);
    }

    /** Answers of which so many are written at the same time, and no more. */
    SeatAnswers(int mostBeingWritten) {
        this.places = new Semaphore(mostBeingWritten);
    }

    /** What is written about a show. */
    SeatsJson json(Show show) {
        if (writers.size() > MOST_WRITERS) {
            // Shows come and go; those that are asked about come back with the next request.
            writers.clear();
        }
        SeatsJson known = writers.get(show);
        return known != null && known.isOf(show.hall())
                ? known
                : writers.compute(show, (same, before) -> new SeatsJson(same));
    }

    /** Takes a snapshot for as long as something is made of it, and answers its version. */
    long withSnapshot(SeatSelection selection, Use use) throws IOException {
        if (!places.tryAcquire()) {
            throw Problem.of(503, "overloaded", "Too many seat maps are being read.")
                    .retryAfterSeconds(1)
                    .toException();
        }
        try {
            Snapshot snapshot = selection.snapshot();
            use.of(snapshot);
            return snapshot.version();
        } finally {
            places.release();
        }
    }

    /** Writes a map as JSON, piece by piece: all of a big one at once would be a hundred times what a snapshot is. */
    void write(SeatSelection selection, Snapshot snapshot, OutputStream out) throws IOException {
        SeatsJson json = json(selection.show());
        if (selection.compact()) {
            json.compact(selection.performanceId(), snapshot, out);
        } else {
            json.full(selection.performanceId(), snapshot, out);
        }
    }

    /** What is made of a snapshot. */
    @FunctionalInterface
    interface Use {
        void of(Snapshot snapshot) throws IOException;
    }

    /** A map as it stands, as JSON in gzip. */
    Packed gzipped(SeatSelection selection) {
        if (packed.size() > MOST_SLOTS) {
            // Rare, and the maps that are asked for come back with the next request.
            packed.clear();
        }
        return packed.computeIfAbsent(selection, first -> new Slot()).get(selection);
    }

    /** One map's last packing. */
    private final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Packed last;

        Packed get(SeatSelection selection) {
            long asked = selection.show().version();
            lock.lock();
            try {
                // Whatever was packed since somebody asked is new enough for them, so a crowd shares one packing.
                Packed known = last;
                if (known == null || known.version() < asked) {
                    Snapshot snapshot = selection.snapshot();
                    known = new Packed(snapshot.version(), gzip(selection, snapshot));
                    last = known;
                }
                return known;
            } finally {
                lock.unlock();
            }
        }
    }

    private byte[] gzip(SeatSelection selection, Snapshot snapshot) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(Math.max(512, snapshot.span().seats()));
        try (FastGzip gzip = new FastGzip(out)) {
            write(selection, snapshot, gzip);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /** Seat maps repeat themselves so much that trying harder gains little. */
    private static final class FastGzip extends GZIPOutputStream {
        private static final int BUFFER = 8_192;

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** A packed map. */
    static final class Packed {
        private final long version;
        private final byte[] bytes;

        Packed(long version, byte[] bytes) {
            this.version = version;
            this.bytes = bytes;
        }

        long version() {
            return version;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
