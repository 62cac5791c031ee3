package io.onsale.edge.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** JSON as the edge speaks it: snake case, instants as ISO 8601 text, and unforgiving when it reads. */
public final class Json {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 32;
    private static final int MAX_NAME_LENGTH = 128;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .maxStringLength(Bodies.MAX_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Rounded())
                    .addSerializer(Double.TYPE, new Rounded()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** To four places: what comes after them is noise of the arithmetic. */
    private static final class Rounded extends StdScalarSerializer<Double> {

        private static final long serialVersionUID = 1L;
        private static final double PLACES = 10_000.0;

        Rounded() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator to, SerializerProvider provider) throws IOException {
            to.writeNumber(Math.rint(value * PLACES) / PLACES);
        }
    }

    private Json() {}

    /** Answers with this value, a record or a map, as JSON. */
    public static void answer(Context ctx, int status, Object value) {
        ctx.status(status).contentType("application/json").result(bytes(value));
    }

    /** The value in JSON; the members of a tree come sorted by name, so equal trees have equal bytes. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + value.getClass().getName() + " can't be written as JSON", e);
        }
    }

    static JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(text(body));
        } catch (JsonProcessingException e) {
            throw unreadable(e).toException();
        }
    }

    /** In our words, for the parser's speak of its own classes and settings. */
    private static Problem unreadable(JsonProcessingException e) {
        JsonLocation where = e.getLocation();
        int line = where == null ? 0 : where.getLineNr();
        int column = where == null ? 0 : where.getColumnNr();
        String field = e.getProcessor() instanceof JsonParser parser ? field(parser.getParsingContext()) : "";
        String at = field.isEmpty() ? "" : " at the field '" + field + "'";
        String place = where == null ? "" : " (line " + line + ", column " + column + ")";
        return malformed(what(e) + at + place)
                .with("line", line)
                .with("column", column)
                .with("field", field);
    }

    private static String what(JsonProcessingException e) {
        return switch (e) {
            case JsonEOFException tooShort -> "it ends before it is complete";
            case StreamConstraintsException tooMuch ->
                "it is nested too deeply, or has a name or a number that is too long";
            case MismatchedInputException more -> "something follows after its end";
            default ->
                e.getOriginalMessage().startsWith("Duplicate field")
                        ? "a field is there twice"
                        : "a comma, a colon, a quote, a bracket or a value is missing or wrong";
        };
    }

    /** The field that was being read, by the name by which one that is invalid is called. */
    private static String field(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        String outer = field(context.getParent());
        if (context.inArray()) {
            return outer + "[" + Math.max(0, context.getCurrentIndex()) + "]";
        }
        String name = Objects.requireNonNullElse(context.getCurrentName(), "");
        return outer.isEmpty() || name.isEmpty() ? outer + name : outer + "." + name;
    }

    static Problem malformed(String detail) {
        return Problem.of(400, "malformed_json", "The body is not JSON that can be read: " + detail);
    }

    /** Decodes first and strictly, because a JSON parser would guess the encoding and let some broken text pass. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("it is not UTF-8").toException();
        }
    }
}
