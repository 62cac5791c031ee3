package io.onsale.payments.simulator.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjLongConsumer;

/** The file of a journal: lines at offsets, the last of which may be torn. */
final class JournalFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK = 2_048;
    private static final int BUFFER = 1 << 16;
    /** A process that was just killed may still hold the file. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final FileChannel channel;
    private long end;

    private JournalFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens or makes it, tells each line and where it stands, and cuts off a last one that was not written whole. */
    static JournalFile open(Path path, ObjLongConsumer<JsonNode> line) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, path);
            JournalFile file = new JournalFile(channel);
            file.end = file.read(path, line);
            channel.truncate(file.end);
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isLocked(channel)) {
            if (System.nanoTime() > deadline) {
                throw new JournalException("another process uses " + path);
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /** The lock goes with the channel, or with the process. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private long read(Path path, ObjLongConsumer<JsonNode> line) throws IOException {
        InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
        ByteArrayOutputStream current = new ByteArrayOutputStream();
        long whole = 0;
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            if (next != '\n') {
                current.write(next);
                continue;
            }
            Optional<JsonNode> parsed = parsed(current.toByteArray());
            if (parsed.isEmpty()) {
                // Lines are made durable together, so a power cut may tear the last few; what follows was never
                // acknowledged.
                requireNothingWhole(bytes, path, whole);
                return whole;
            }
            line.accept(parsed.get(), whole);
            whole += current.size() + 1;
            current.reset();
        }
        return whole;
    }

    private static void requireNothingWhole(InputStream rest, Path path, long place) throws IOException {
        byte[] bytes = rest.readAllBytes();
        for (byte[] line : split(bytes)) {
            if (parsed(line).isPresent()) {
                throw new JournalException(path + " is damaged at byte " + place + ", and not at its end");
            }
        }
    }

    private static List<byte[]> split(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, begin, i));
                begin = i + 1;
            }
        }
        return lines;
    }

    private static Optional<JsonNode> parsed(byte[] line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static byte[] line(JsonNode node) {
        try {
            byte[] json = JSON.writeValueAsBytes(node);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        } catch (IOException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }

    /** Writes lines and returns when they are on the disk; tells where the first stands. */
    long write(List<byte[]> lines) throws IOException {
        ByteBuffer buffer =
                ByteBuffer.allocate(lines.stream().mapToInt(line -> line.length).sum());
        lines.forEach(buffer::put);
        buffer.flip();
        long place = end;
        while (buffer.hasRemaining()) {
            end += channel.write(buffer, end);
        }
        channel.force(false);
        return place;
    }

    /** The line that begins there. */
    JsonNode readAt(long place) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long at = place; channel.read(chunk.clear(), at) > 0; at += chunk.limit()) {
            chunk.flip();
            for (int i = 0; i < chunk.limit(); i++) {
                if (chunk.get(i) == '\n') {
                    return JSON.readTree(line.toByteArray());
                }
                line.write(chunk.get(i));
            }
        }
        throw new IOException("no line at " + place);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
