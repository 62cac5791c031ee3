package io.onsale.edge.views.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.waiting.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterFilesTest {
    private static final Hash ROOT = Hash.of(new byte[Hash.BYTES]);

    @TempDir
    private Path folder;

    @Test
    void keepsARosterOnce() throws IOException {
        RosterFiles files = new RosterFiles(folder.resolve("not").resolve("there yet"));
        assertThat(files.find(ROOT)).isEmpty();
        files.keep(ROOT, Stream.of("\"one\"\n", "\"two\"\n"));
        files.keep(ROOT, Stream.generate(() -> {
            throw new AssertionError("it is there");
        }));

        Path file = files.find(ROOT).orElseThrow();
        assertThat(file).hasContent("\"one\"\n\"two\"\n");
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertThat(all).as("nothing half written").containsExactly(file);
        }
    }

    @Test
    void goesOnWhereNothingCanBeKept() throws IOException {
        Path occupied = Files.createFile(folder.resolve("occupied"));
        RosterFiles files = new RosterFiles(occupied);
        files.keep(ROOT, Stream.of("\"one\"\n"));

        assertThat(files.find(ROOT)).isEmpty();
    }
}
