package io.onsale.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.apache.avro.Schema;

/** A schema as it is registered: without what only generated Java classes need. */
public final class SchemaText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAVA_STRING = "avro.java.string";
    private static final Set<String> NAMES =
            Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");

    private SchemaText() {}

    /** The schema's JSON without {@code avro.java.string}, so that other languages' producers register the same. */
    public static String of(Schema schema) {
        try {
            return plain(JSON.readTree(schema.toString())).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro printed a schema that is not JSON", e);
        }
    }

    /** Walks schemas only, never defaults or properties, where the same names could mean something else. */
    private static JsonNode plain(JsonNode schema) {
        if (schema instanceof ArrayNode union) {
            for (int i = 0; i < union.size(); i++) {
                union.set(i, plain(union.get(i)));
            }
        } else if (schema instanceof ObjectNode object) {
            return plainObject(object);
        }
        return schema;
    }

    private static JsonNode plainObject(ObjectNode schema) {
        schema.remove(JAVA_STRING);
        for (String child : Set.of("type", "items", "values")) {
            JsonNode inner = schema.get(child);
            if (inner != null) {
                schema.set(child, plain(inner));
            }
        }
        for (JsonNode field : schema.path("fields")) {
            ((ObjectNode) field).set("type", plain(field.get("type")));
        }
        JsonNode type = schema.get("type");
        return schema.size() == 1 && type != null && NAMES.contains(type.asText()) ? type : schema;
    }
}
