package io.onsale.standalone.registry.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** A schema's JSON with the properties of every object in one order, so that equal schemas have equal texts. */
final class NormalForm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NormalForm() {}

    static String of(String schema) {
        return sorted(parse(schema)).toString();
    }

    /** The same JSON without white space. */
    static String compact(String schema) {
        return parse(schema).toString();
    }

    private static JsonNode parse(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw RegistryError.invalidSchema(e.getOriginalMessage(), e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> properties = new TreeMap<>();
            object.properties().forEach(entry -> properties.put(entry.getKey(), sorted(entry.getValue())));
            return new ObjectNode(JsonNodeFactory.instance, properties);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(sorted(element)));
            return copy;
        }
        return node;
    }
}
