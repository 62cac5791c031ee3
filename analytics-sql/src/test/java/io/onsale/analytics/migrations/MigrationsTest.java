package io.onsale.analytics.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationsTest {

    @Test
    void listsEveryFileInOrder() throws IOException, URISyntaxException {
        var first = Objects.requireNonNull(Migrations.class.getResource("0001_events.sql"));
        try (Stream<Path> files =
                Files.list(Objects.requireNonNull(Path.of(first.toURI()).getParent()))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".sql"))
                            .map(name -> name.substring(0, name.length() - ".sql".length()))
                            .sorted())
                    .containsExactlyElementsOf(Migrations.names());
        }
    }

    static Stream<String> names() {
        return Migrations.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isOneStatementThatMayBeRepeated(String name) {
        assertThat(Migration.load(name).sql())
                .containsPattern("IF NOT EXISTS onsale\\.|OR REPLACE VIEW onsale\\.")
                .doesNotContain(";\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void rememberEnoughInsertsWhereverRowsAreKept(String name) {
        String sql = Migration.load(name).sql();

        if (sql.contains("ENGINE = MergeTree")) {
            assertThat(sql).contains("non_replicated_deduplication_window = 20000");
        }
    }

    @Test
    void hasAChecksumOfItsText() {
        assertThat(new Migration("x", "abc").checksum())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
