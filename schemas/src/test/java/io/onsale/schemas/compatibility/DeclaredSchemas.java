package io.onsale.schemas.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.schemas.registry.SchemaText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schemas of {@code src/main/avro}, as their generated classes have them. */
final class DeclaredSchemas {
    private static final Path FOLDER = Path.of("src/main/avro");
    private static final ObjectMapper JSON = new ObjectMapper();

    private DeclaredSchemas() {}

    /** Those that are not part of another one. */
    static List<Schema> outermost() throws IOException {
        List<Schema> all = all();
        Set<String> inner = new HashSet<>();
        for (Schema schema : all) {
            Set<String> within = new HashSet<>();
            collect(schema, within);
            within.remove(schema.getFullName());
            inner.addAll(within);
        }
        return all.stream()
                .filter(schema -> !inner.contains(schema.getFullName()))
                .toList();
    }

    private static List<Schema> all() throws IOException {
        List<Schema> schemas = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".avsc"))
                    .sorted()
                    .toList()) {
                JsonNode declared = JSON.readTree(file.toFile());
                schemas.add(generated(declared.path("namespace").asText()
                        + '.'
                        + declared.path("name").asText()));
            }
        }
        return schemas;
    }

    private static Schema generated(String name) {
        try {
            Schema schema = SpecificData.get().getSchema(Class.forName(name));
            return new Schema.Parser().parse(SchemaText.of(schema));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class was generated for " + name, e);
        }
    }

    private static void collect(Schema schema, Set<String> names) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(type -> collect(type, names));
            case ARRAY -> collect(schema.getElementType(), names);
            case MAP -> collect(schema.getValueType(), names);
            case ENUM, FIXED -> names.add(schema.getFullName());
            case RECORD -> {
                if (names.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> collect(field.schema(), names));
                }
            }
            default -> {}
        }
    }
}
