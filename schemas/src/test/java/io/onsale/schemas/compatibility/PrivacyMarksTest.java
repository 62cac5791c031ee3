package io.onsale.schemas.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class PrivacyMarksTest {
    @Test
    void everyFieldOfEveryRecordIsMarked() throws Exception {
        List<String> unmarked = new ArrayList<>();
        DeclaredSchemas.outermost().forEach(schema -> unmarked.addAll(unmarked(schema)));

        assertThat(unmarked).isEmpty();
    }

    @Test
    void findsAFieldThatIsNotMarkedHoweverDeep() {
        Schema schema = new Schema.Parser().parse("""
                        {"type":"record","name":"A","fields":[{"name":"b","privacy":"none","type":["null",
                          {"type":"array","items":{"type":"record","name":"B","fields":[
                            {"name":"c","type":"int"},{"name":"d","type":"int","privacy":"public"}]}}]}]}
                        """);

        assertThat(unmarked(schema)).containsExactly("B.c", "B.d");
    }

    private static List<String> unmarked(Schema schema) {
        List<String> found = new ArrayList<>();
        collect(schema, found, new HashSet<>());
        return found;
    }

    private static void collect(Schema schema, List<String> unmarked, Set<String> visited) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(type -> collect(type, unmarked, visited));
            case ARRAY -> collect(schema.getElementType(), unmarked, visited);
            case MAP -> collect(schema.getValueType(), unmarked, visited);
            case RECORD -> {
                if (visited.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> collect(schema, field, unmarked, visited));
                }
            }
            default -> {}
        }
    }

    private static void collect(Schema record, Schema.Field field, List<String> unmarked, Set<String> visited) {
        if (Privacy.of(field).isEmpty()) {
            unmarked.add(record.getFullName() + '.' + field.name());
        }
        collect(field.schema(), unmarked, visited);
    }
}
