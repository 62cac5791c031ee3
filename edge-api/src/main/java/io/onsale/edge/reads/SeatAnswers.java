package io.onsale.edge.reads;

import io.onsale.edge.views.seats.Show;
import io.onsale.edge.views.seats.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Seat maps ready to be sent: each version of a map is packed once, however many ask for it at the same time. */
final class SeatAnswers {
    private static final int MOST_SLOTS = 512;

    private final Map<Show, SeatsJson> writers = new ConcurrentHashMap<>();
    private final Map<SeatSelection, Slot> packed = new ConcurrentHashMap<>();

    /** What is written about a show. */
    SeatsJson json(Show show) {
        return writers.computeIfAbsent(show, SeatsJson::new);
    }

    /** A map as it stands, as JSON. */
    byte[] plain(SeatSelection selection, Snapshot snapshot) {
        SeatsJson json = json(selection.show());
        return selection.compact()
                ? json.compact(selection.performanceId(), snapshot)
                : json.full(selection.performanceId(), snapshot);
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
                    known = new Packed(snapshot.version(), gzip(plain(selection, snapshot)));
                    last = known;
                }
                return known;
            } finally {
                lock.unlock();
            }
        }
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(512, plain.length / 16));
        try (FastGzip gzip = new FastGzip(out)) {
            gzip.write(plain);
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
