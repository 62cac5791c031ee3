package io.onsale.edge.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Compares JSON with the schemas of the OpenAPI document, as far as they go into detail. */
final class Schemas {
    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with a value; nothing where it is as its schema wants it. */
    List<String> complaints(JsonNode schema, JsonNode value) {
        List<String> complaints = new ArrayList<>();
        check(schema, value, "", complaints);
        return complaints;
    }

    /** What a reference stands for; anything else stands for itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private void check(JsonNode written, JsonNode value, String where, List<String> complaints) {
        JsonNode schema = resolved(written);
        schema.path("allOf").forEach(each -> check(each, value, where, complaints));
        if (schema.has("oneOf") && matching(schema.get("oneOf"), value) != 1) {
            complaints.add(where + " fits not exactly one of the schemas");
        }
        if (schema.has("anyOf") && matching(schema.get("anyOf"), value) == 0) {
            complaints.add(where + " fits none of the schemas");
        }
        if (schema.has("type") && !hasType(schema.get("type").asText(), value)) {
            complaints.add(where + " is no " + schema.get("type").asText());
            return;
        }
        checkChoice(schema, value, where, complaints);
        checkText(schema, value, where, complaints);
        checkNumber(schema, value, where, complaints);
        checkMembers(schema, value, where, complaints);
        checkItems(schema, value, where, complaints);
    }

    private long matching(JsonNode schemas, JsonNode value) {
        return StreamSupport.stream(schemas.spliterator(), false)
                .filter(each -> complaints(each, value).isEmpty())
                .count();
    }

    private static boolean hasType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new AssertionError("unknown type " + type);
        };
    }

    private static void checkChoice(JsonNode schema, JsonNode value, String where, List<String> complaints) {
        if (schema.has("const") && !schema.get("const").equals(value)) {
            complaints.add(where + " is not " + schema.get("const"));
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.get("enum").spliterator(), false).noneMatch(value::equals)) {
            complaints.add(where + " is none of " + schema.get("enum"));
        }
    }

    private static void checkText(JsonNode schema, JsonNode value, String where, List<String> complaints) {
        if (!value.isTextual()) {
            return;
        }
        String text = value.textValue();
        if (text.length() < schema.path("minLength").asInt(0)
                || text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            complaints.add(where + " has a wrong length");
        }
        if (schema.has("pattern") && !text.matches(schema.get("pattern").asText())) {
            complaints.add(where + " does not match " + schema.get("pattern"));
        }
        if (schema.path("format").asText().equals("date-time") && !isInstant(text)) {
            complaints.add(where + " is no instant in UTC");
        }
    }

    private static boolean isInstant(String text) {
        try {
            return OffsetDateTime.parse(text).getOffset().equals(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void checkNumber(JsonNode schema, JsonNode value, String where, List<String> complaints) {
        if (value.isNumber()
                && (value.asLong() < schema.path("minimum").asLong(Long.MIN_VALUE)
                        || value.asLong() > schema.path("maximum").asLong(Long.MAX_VALUE))) {
            complaints.add(where + " is out of bounds");
        }
    }

    private void checkMembers(JsonNode schema, JsonNode value, String where, List<String> complaints) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                complaints.add(where + "/" + name.asText() + " is missing");
            }
        });
        if (!value.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            JsonNode known = schema.path("properties").path(member.getKey());
            JsonNode wanted = known.isMissingNode() ? schema.path("additionalProperties") : known;
            if (wanted.isObject()) {
                check(wanted, member.getValue(), where + "/" + member.getKey(), complaints);
            }
        }
    }

    private void checkItems(JsonNode schema, JsonNode value, String where, List<String> complaints) {
        if (value.isArray() && schema.has("items")) {
            int size = value.size();
            if (size < schema.path("minItems").asInt(0)
                    || size > schema.path("maxItems").asInt(Integer.MAX_VALUE)) {
                complaints.add(where + " has a wrong number of items");
            }
            value.forEach(item -> check(schema.get("items"), item, where + "/*", complaints));
        }
    }
}
