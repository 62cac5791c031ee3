package io.onsale.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.Topics;
import io.onsale.schemas.registry.SchemaText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Run with {@code -Dschemas.release} it first writes changed schemas as their next versions, if the rules allow them. */
class ReleasedSchemasTest {
    private static final ReleasedSchemas RELEASED = new ReleasedSchemas(Path.of("released"));
    private static final boolean RELEASING = System.getProperty("schemas.release") != null;

    /** The records that topics and stores keep; all others are within them. */
    static Stream<Schema> schemas() throws IOException {
        return DeclaredSchemas.outermost().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void readsWhateverWasEverWritten(Schema schema) throws Exception {
        assertThat(problems(schema, RELEASED.versions(schema.getFullName())))
                .as("changes of %s that its released versions rule out", schema.getFullName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void isReleased(Schema schema) throws Exception {
        List<Schema> versions = RELEASED.versions(schema.getFullName());
        boolean current =
                !versions.isEmpty() && SchemaText.of(versions.getLast()).equals(SchemaText.of(schema));
        if (!current && RELEASING && problems(schema, versions).isEmpty()) {
            RELEASED.release(schema);
            current = true;
        }

        assertThat(current)
                .as(
                        "%s differs from its last released version; release it with"
                                + " mvn -pl schemas test -Dtest=ReleasedSchemasTest -Dschemas.release=yes",
                        schema.getFullName())
                .isTrue();
    }

    @Test
    void everyTopicsRecordIsAmongThem() throws Exception {
        assertThat(schemas().map(Schema::getFullName))
                .containsAll(Topics.ALL.stream()
                        .map(topic -> topic.value().getName())
                        .toList());
    }

    @Test
    void nothingReleasedIsGone() throws Exception {
        assertThat(new TreeSet<>(schemas().map(Schema::getFullName).toList())).containsAll(RELEASED.names());
    }

    @Test
    void aReleaseIsReadBackAsItWas(@TempDir Path folder) throws Exception {
        ReleasedSchemas released = new ReleasedSchemas(folder);
        Schema schema = schemas().findFirst().orElseThrow();

        released.release(schema);
        released.release(schema);

        assertThat(released.versions(schema.getFullName())).containsExactly(schema, schema);
        assertThat(released.names()).containsExactly(schema.getFullName());
    }

    private static List<String> problems(Schema schema, List<Schema> versions) {
        return Compatibility.ONSALE.problems(CompatibilityLevel.BACKWARD_TRANSITIVE, schema, versions);
    }
}
