package io.onsale.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that a client sent. Whatever is wrong with one is refused by its full name, such as {@code sections[0].rows[2].seats}.
 *
 * <p>A null counts as missing. Fields that no route asks for are ignored, so that clients may be newer than the edge, except where something is set up by
 * them: there {@link #refuseOthers()} tells of a name that was misspelled.
 */
public final class Fields {

    private static final int MAX_INSTANT_LENGTH = 40;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final ObjectNode object;
    private final String path;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Fields> inner = new LinkedHashMap<>();

    private Fields(ObjectNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** Those of an object that is read already. */
    public static Fields of(ObjectNode object) {
        return new Fields(object, "");
    }

    /** True where the field is there and not null. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /** A line of text. */
    public String text(String name, int minLength, int maxLength) {
        return Texts.line(path + name, asText(path + name, require(name)), minLength, maxLength);
    }

    /** A line of text that may be missing. */
    public Optional<String> optionalText(String name, int maxLength) {
        return has(name) ? Optional.of(text(name, 1, maxLength)) : Optional.empty();
    }

    /** Text that may have several lines, or be missing. */
    public String optionalLines(String name, int maxLength) {
        JsonNode value = find(name);
        return value == null ? "" : Texts.lines(path + name, asText(path + name, value), 0, maxLength);
    }

    /** Text that is used byte by byte and never shown, such as a password or a token. */
    public String secret(String name, int minLength, int maxLength) {
        return Texts.sized(path + name, asText(path + name, require(name)), minLength, maxLength);
    }

    /** A whole number. */
    public long number(String name, long min, long max) {
        JsonNode value = require(name);
        if (!value.isIntegralNumber()) {
            throw wrongType(path + name, "a whole number");
        }
        if (!value.canConvertToLong() || value.longValue() < min || value.longValue() > max) {
            throw invalid(name, "has to be from " + min + " to " + max);
        }
        return value.longValue();
    }

    /** A whole number that may be missing. */
    public long number(String name, long min, long max, long otherwise) {
        return has(name) ? number(name, min, max) : otherwise;
    }

    /** A number that may have decimals. */
    public double decimal(String name, double min, double max) {
        JsonNode value = require(name);
        if (!value.isNumber()) {
            throw wrongType(path + name, "a number");
        }
        double number = value.doubleValue();
        if (!(number >= min && number <= max)) {
            throw invalid(name, "has to be from " + min + " to " + max);
        }
        return number;
    }

    /** True or false; false where it is missing. */
    public boolean flag(String name) {
        JsonNode value = find(name);
        if (value != null && !value.isBoolean()) {
            throw wrongType(path + name, "true or false");
        }
        return value != null && value.booleanValue();
    }

    /** An instant in ISO 8601 with an offset. */
    public Instant instant(String name) {
        String text = text(name, 1, MAX_INSTANT_LENGTH);
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw invalid(name, "has to be in this century or the next");
            }
            return instant;
        } catch (DateTimeException e) {
            throw invalid(name, "has to be an instant such as 2026-12-01T11:00:00Z");
        }
    }

    /** An object. */
    public Fields object(String name) {
        return inner(path + name, require(name));
    }

    /** An instant that may be missing. */
    public Optional<Instant> optionalInstant(String name) {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    /** Whether a field is an object, where it may be something else as well. */
    public boolean isObject(String name) {
        return find(name) instanceof ObjectNode;
    }

    /** An object that may be missing. */
    public Optional<Fields> optionalObject(String name) {
        JsonNode value = find(name);
        return value == null ? Optional.empty() : Optional.of(inner(path + name, value));
    }

    /** The names of all fields that are there. */
    public List<String> names() {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** A list of objects. */
    public List<Fields> objects(String name, int minSize, int maxSize) {
        return list(name, minSize, maxSize, this::inner);
    }

    /** A list of lines of text. */
    public List<String> texts(String name, int minSize, int maxSize, int maxLength) {
        return list(name, minSize, maxSize, (full, item) -> Texts.line(full, asText(full, item), 1, maxLength));
    }

    /** Refuses a field for a reason of the caller's. */
    public ProblemException invalid(String name, String reason) {
        return Texts.invalid(path + name, reason);
    }

    /** Refuses that a field is not there. */
    public ProblemException missing(String name) {
        return Problem.of(400, "missing_field", "The field '" + path + name + "' is missing.")
                .with("field", path + name)
                .toException();
    }

    /** Refuses that neither one of several fields is there. */
    public ProblemException missingAny(String... names) {
        return Problem.of(
                        400,
                        "missing_field",
                        "Nothing is given: send at least one of " + String.join(", ", names) + ".")
                .with("field", path + names[0])
                .toException();
    }

    /** Refuses any field that nobody has asked for, here or in an object within. */
    public void refuseOthers() {
        object.properties().stream()
                .filter(field -> !field.getValue().isNull() && !asked.contains(field.getKey()))
                .findFirst()
                .ifPresent(field -> {
                    throw unknown(path + field.getKey());
                });
        inner.values().forEach(Fields::refuseOthers);
    }

    private static ProblemException unknown(String field) {
        String detail = "There is no field '" + field
                + "' that could be given here. Look for its name at /docs, or leave it out.";
        return Problem.of(400, "unknown_field", detail).with("field", field).toException();
    }

    /** Whatever else is here does not matter. */
    public void ignoreOthers() {
        object.fieldNames().forEachRemaining(asked::add);
    }

    /** The object in bytes that are the same however the client spelled it, without the fields named here. */
    public byte[] canonical(String... without) {
        return Json.bytes(without.length == 0 ? object : object.deepCopy().remove(List.of(without)));
    }

    private <T> List<T> list(String name, int minSize, int maxSize, BiFunction<String, JsonNode, T> read) {
        if (!(require(name) instanceof ArrayNode array)) {
            throw wrongType(path + name, "a list");
        }
        if (array.size() < minSize || array.size() > maxSize) {
            throw invalid(name, "has to have " + Texts.within(minSize, maxSize) + " items");
        }
        List<T> items = new ArrayList<>(array.size());
        for (JsonNode item : array) {
            items.add(read.apply(path + name + "[" + items.size() + "]", item));
        }
        return items;
    }

    private JsonNode require(String name) {
        JsonNode value = find(name);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private @Nullable JsonNode find(String name) {
        asked.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static String asText(String field, JsonNode value) {
        if (!value.isTextual()) {
            throw wrongType(field, "a text");
        }
        return value.textValue();
    }

    private Fields inner(String field, JsonNode value) {
        if (value instanceof ObjectNode found) {
            return inner.computeIfAbsent(field, full -> new Fields(found, full + "."));
        }
        throw wrongType(field, "an object");
    }

    private static ProblemException wrongType(String field, String expected) {
        return Texts.invalid(field, "has to be " + expected);
    }
}
