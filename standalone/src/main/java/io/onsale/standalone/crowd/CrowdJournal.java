package io.onsale.standalone.crowd;

import io.onsale.standalone.audit.answers.Answer;
import io.onsale.standalone.audit.answers.AnswerFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps every answer the crowd got, one JSON object a line; a thread of its own writes, so no fan waits for the disk. */
public final class CrowdJournal implements AutoCloseable {

    private final Path file;
    private final BlockingQueue<Optional<Answer>> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile Optional<IOException> failure = Optional.empty();

    private CrowdJournal(Path file, BufferedWriter out) {
        this.file = file;
        this.writer = Thread.ofPlatform().name("crowd-journal").daemon().start(() -> write(out));
    }

    /** Opens a journal anew. */
    public static CrowdJournal open(Path file) {
        try {
            return new CrowdJournal(file, Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the crowd's answers cannot be kept in " + file, e);
        }
    }

    public Path file() {
        return file;
    }

    /** Keeps an answer; returns at once. */
    public void add(Answer answer) {
        queue.add(Optional.of(answer));
    }

    private void write(BufferedWriter out) {
        try (out) {
            Optional<Answer> next = queue.take();
            while (next.isPresent()) {
                out.write(AnswerFile.line(next.get()));
                out.newLine();
                next = queue.take();
            }
        } catch (IOException e) {
            failure = Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes what is left and closes the file; tells if anything could not be written. */
    @Override
    public void close() {
        queue.add(Optional.empty());
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(cause -> {
            throw new UncheckedIOException("the crowd's answers could not be kept in " + file, cause);
        });
    }
}
