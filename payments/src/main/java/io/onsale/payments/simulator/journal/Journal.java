package io.onsale.payments.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** What has happened, durable, found by key; many threads may append, and share the wait for the disk. */
public final class Journal implements AutoCloseable {

    private static final String KEYS = "keys";
    private static final String DATA = "data";
    private static final int MOST_AT_ONCE = 512;

    private record Entry(List<String> keys, byte[] line, CompletableFuture<Void> durable) {

        /** The last that is ever queued. */
        static Entry end() {
            return new Entry(List.of(), new byte[0], new CompletableFuture<>());
        }

        boolean isEnd() {
            return line.length == 0;
        }
    }

    private final JournalFile file;
    private final Places places = new Places();
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofPlatform().name("journal").daemon().unstarted(this::write);
    private volatile boolean broken;

    private Journal(Path path, Consumer<JsonNode> replay) throws IOException {
        file = JournalFile.open(path, (line, place) -> {
            line.path(KEYS).forEach(key -> places.put(key.asText(), place));
            replay.accept(line.path(DATA));
        });
    }

    /**
     * Opens the journal in this file, or begins it.
     *
     * @param replay sees what was appended before, oldest first
     */
    public static Journal open(Path path, Consumer<JsonNode> replay) {
        try {
            Journal journal = new Journal(path, replay);
            journal.writer.start();
            return journal;
        } catch (IOException e) {
            throw new JournalException(path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Returns when this is on the disk, as the newest of each of these keys. */
    public void append(List<String> keys, JsonNode data) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        ArrayNode named = line.putArray(KEYS);
        keys.forEach(named::add);
        line.set(DATA, data);
        if (broken) {
            throw new JournalException("the journal could not be written");
        }
        Entry entry = new Entry(List.copyOf(keys), JournalFile.line(line), new CompletableFuture<>());
        queue.add(entry);
        try {
            entry.durable().join();
        } catch (CompletionException e) {
            throw new JournalException("the journal cannot be written", e);
        }
    }

    /** The newest of a key. */
    public Optional<JsonNode> find(String key) {
        OptionalLong place = places.get(key);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode line = file.readAt(place.getAsLong());
            for (JsonNode one : line.path(KEYS)) {
                if (one.asText().equals(key)) {
                    return Optional.of(line.path(DATA));
                }
            }
            throw new JournalException("two keys have one digest");
        } catch (IOException e) {
            throw new JournalException("the journal cannot be read", e);
        }
    }

    private void write() {
        List<Entry> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE);
                boolean ends = batch.removeIf(Entry::isEnd);
                write(batch);
                batch.clear();
                if (ends) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Entry> batch) {
        try {
            if (broken) {
                throw new IOException("an earlier write failed");
            }
            long place = file.write(batch.stream().map(Entry::line).toList());
            for (Entry entry : batch) {
                long at = place;
                entry.keys().forEach(key -> places.put(key, at));
                place += entry.line().length;
                entry.durable().complete(null);
            }
        } catch (IOException e) {
            // What is half on the disk must not be followed by anything.
            broken = true;
            batch.forEach(entry -> entry.durable().completeExceptionally(e));
        }
    }

    /** Ends what is being appended. */
    @Override
    public void close() {
        queue.add(Entry.end());
        try {
            writer.join();
            broken = true;
            // Whoever came between is told that nothing was kept.
            write(new ArrayList<>(queue));
            file.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new JournalException("the journal did not close", e);
        }
    }
}
