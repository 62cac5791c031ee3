package io.onsale.schemas.compatibility;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.onsale.schemas.registry.SchemaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The folder with every version of every schema that was ever released. */
final class ReleasedSchemas {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    ReleasedSchemas(Path folder) {
        this.folder = folder;
    }

    /** The full names of all that was released. */
    SortedSet<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return new TreeSet<>(
                    folders.map(path -> path.getFileName().toString()).toList());
        }
    }

    /** A schema's versions, oldest first. */
    List<Schema> versions(String name) throws IOException {
        List<Schema> versions = new ArrayList<>();
        for (int number = 1; Files.exists(file(name, number)); number++) {
            versions.add(new Schema.Parser().parse(Files.readString(file(name, number))));
        }
        return versions;
    }

    /** Writes a schema as the next version. */
    void release(Schema schema) throws IOException {
        Path file = file(schema.getFullName(), versions(schema.getFullName()).size() + 1);
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(JSON.readTree(SchemaText.of(schema))) + '\n');
    }

    private Path file(String name, int number) {
        return folder.resolve(name).resolve("v" + number + ".avsc");
    }
}
