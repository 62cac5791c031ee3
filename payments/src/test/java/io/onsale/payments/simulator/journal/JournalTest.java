package io.onsale.payments.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("new").resolve("journal.jsonl");
    }

    @Test
    void findsTheNewestOfEachKey() {
        try (Journal journal = open()) {
            journal.append(List.of("a", "b"), value(1));
            journal.append(List.of("a"), value(2));

            assertThat(journal.find("a")).contains(value(2));
            assertThat(journal.find("b")).contains(value(1));
            assertThat(journal.find("c")).isEmpty();
        }
    }

    @Test
    void knowsAfterAStartWhatItKnewBefore() {
        try (Journal journal = open()) {
            IntStream.range(0, 300).forEach(i -> journal.append(List.of("k" + i), value(i)));
        }

        List<JsonNode> replayed = new ArrayList<>();
        try (Journal journal = Journal.open(file, replayed::add)) {
            assertThat(replayed).hasSize(300).startsWith(value(0), value(1));
            assertThat(journal.find("k0")).contains(value(0));
            assertThat(journal.find("k299")).contains(value(299));
        }
    }

    @Test
    void letsManyAppendAtOnce() {
        try (Journal journal = open()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 2_000)
                        .forEach(i -> threads.execute(() -> journal.append(List.of("k" + i), value(i))));
            }
            IntStream.range(0, 2_000)
                    .forEach(i -> assertThat(journal.find("k" + i)).contains(value(i)));
        }
    }

    @Test
    void findsLinesOfAnyLength() {
        JsonNode longer = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(10_000));
        try (Journal journal = open()) {
            journal.append(List.of("long"), longer);
            journal.append(List.of("short"), value(1));

            assertThat(journal.find("long")).contains(longer);
            assertThat(journal.find("short")).contains(value(1));
        }
    }

    @Test
    void dropsALastLineThatWasNotWrittenWholeAndGoesOnAfterTheOneBefore() throws IOException {
        try (Journal journal = open()) {
            journal.append(List.of("a"), value(1));
        }
        Files.writeString(file, "{\"keys\":[\"a\"],\"da", StandardOpenOption.APPEND);

        try (Journal journal = open()) {
            assertThat(journal.find("a")).contains(value(1));
            journal.append(List.of("a"), value(2));
        }
        try (Journal journal = open()) {
            assertThat(journal.find("a")).contains(value(2));
        }
    }

    @Test
    void dropsATornLineThatEndsInGarbage() throws IOException {
        try (Journal journal = open()) {
            journal.append(List.of("a"), value(1));
        }
        Files.write(file, "{\"keys\":\0\0\0\n\0\0".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        try (Journal journal = open()) {
            assertThat(journal.find("a")).contains(value(1));
        }
    }

    @Test
    void refusesAFileThatIsDamagedBeforeItsEnd() throws IOException {
        try (Journal journal = open()) {
            journal.append(List.of("a"), value(1));
        }
        Files.writeString(file, "damaged\n{\"keys\":[],\"data\":{}}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(this::open).isInstanceOf(JournalException.class).hasMessageContaining("damaged");
    }

    @Test
    void belongsToOneAtATime() {
        try (Journal journal = open()) {
            assertThatThrownBy(this::open).isInstanceOf(JournalException.class).hasMessageContaining("uses");
            assertThat(journal.find("a")).isEmpty();
        }
    }

    @Test
    void keepsNothingAfterItsEnd() {
        Journal journal = open();
        journal.close();

        assertThatThrownBy(() -> journal.append(List.of("a"), value(1))).isInstanceOf(JournalException.class);
    }

    private Journal open() {
        return Journal.open(file, line -> {});
    }

    private static JsonNode value(int number) {
        return JsonNodeFactory.instance.objectNode().put("n", number);
    }
}
