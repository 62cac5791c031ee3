package io.onsale.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/topics.md} what the catalogue says; {@code -Dtopics.write=yes} writes it anew. */
class TopicsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "topics.md");

    @Test
    void documentsTheCatalogue() throws IOException {
        if ("yes".equals(System.getProperty("topics.write"))) {
            Files.writeString(DOCUMENT, document());
        }

        assertThat(DOCUMENT)
                .as("write it anew with: mvn -pl schemas test -Dtest=TopicsDocumentTest -Dtopics.write=yes")
                .hasContent(document());
    }

    private static String document() {
        return """
                # Topics

                Every topic of Onsale, from the catalogue in `schemas` (`Topics`). Keys are UTF-8 text, values Avro in Confluent's wire format.
                How many partitions the topics have is fixed when they are made: 64 in production, 4 on one machine, or as the table says.

                | topic | key | value | settings |
                | --- | --- | --- | --- |
                """ + Topics.ALL.stream().map(TopicsDocumentTest::line).collect(Collectors.joining());
    }

    private static String line(Topic<?> topic) {
        String settings = topic.kind().settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
        String partitions = topic.single() ? "one partition; " : "";
        return "| `%s` | %s | `%s` | %s%s |%n"
                .formatted(topic.name(), topic.key(), topic.value().getSimpleName(), partitions, settings);
    }
}
