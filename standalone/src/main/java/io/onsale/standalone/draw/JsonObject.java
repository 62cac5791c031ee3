package io.onsale.standalone.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.onsale.standalone.ToldToUser;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A JSON object of a file that somebody else wrote; what is missing or wrong in it is told with the file and the field. */
record JsonObject(String where, JsonNode node) {

    private static final String INTEGER = "an integer of at most ";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static JsonObject parse(String where, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && node.isObject()) {
                return new JsonObject(where, node);
            }
        } catch (JsonProcessingException e) {
            throw new ToldToUser("%s is not JSON: %s".formatted(where, e.getOriginalMessage()), e);
        }
        throw new ToldToUser("%s is not a JSON object; docs/draw.md says what belongs there".formatted(where));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    String text(String field) {
        return field(field, JsonNode::isTextual, "a string").textValue();
    }

    int number(String field) {
        return field(field, value -> value.isIntegralNumber() && value.canConvertToInt(), INTEGER + Integer.MAX_VALUE)
                .intValue();
    }

    /** Nothing where the field is null or missing. */
    OptionalInt optionalNumber(String field) {
        return has(field) ? OptionalInt.of(number(field)) : OptionalInt.empty();
    }

    long longNumber(String field) {
        return field(field, value -> value.isIntegralNumber() && value.canConvertToLong(), INTEGER + Long.MAX_VALUE)
                .longValue();
    }

    Instant instant(String field) {
        try {
            return Instant.parse(text(field));
        } catch (DateTimeException e) {
            throw wrong(field, "an instant like 2026-12-01T11:00:00Z");
        }
    }

    /** Nothing where the field is null or missing. */
    Optional<Instant> optionalInstant(String field) {
        return has(field) ? Optional.of(instant(field)) : Optional.empty();
    }

    JsonObject object(String field) {
        return new JsonObject(where, field(field, JsonNode::isObject, "an object"));
    }

    /** Nothing where the field is null or missing. */
    Optional<JsonObject> optionalObject(String field) {
        return has(field) ? Optional.of(object(field)) : Optional.empty();
    }

    /** What a text stands for; a text that stands for nothing is told as wrong. */
    <T> T parsed(String field, String expected, Function<String, T> parser) {
        try {
            return parser.apply(text(field));
        } catch (IllegalArgumentException e) {
            throw wrong(field, expected);
        }
    }

    /** Nothing where the field is null or missing. */
    <T> Optional<T> optional(String field, String expected, Function<String, T> parser) {
        return has(field) ? Optional.of(parsed(field, expected, parser)) : Optional.empty();
    }

    JsonNode field(String field, Function<JsonNode, Boolean> fits, String expected) {
        JsonNode value = node.path(field);
        if (!fits.apply(value)) {
            throw wrong(field, expected);
        }
        return value;
    }

    private ToldToUser wrong(String field, String expected) {
        return new ToldToUser("%s: %s must be %s, not %s".formatted(where, field, expected, shown(field)));
    }

    /** What a field says, for people. */
    String shown(String field) {
        return shown(node.path(field));
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "missing" : value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
