package io.onsale.analytics.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as compact JSON that an analyst may see; for one thread.
 *
 * <p>Fields without a value are left out.
 */
final class BodyJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final UnaryOperator<String> pseudonyms;
    private final IdentityHashMap<Schema, List<MarkedField>> fields = new IdentityHashMap<>();

    BodyJson(UnaryOperator<String> pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    void write(IndexedRecord body, OutputStream target) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(target)) {
            object(body, json);
        }
    }

    private void object(IndexedRecord value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (MarkedField field : fields.computeIfAbsent(value.getSchema(), BodyJson::marked)) {
            Object content = value.get(field.position());
            if (content != null && field.mark().shows(content)) {
                json.writeFieldName(field.name());
                value(field.mark(), content, json);
            }
        }
        json.writeEndObject();
    }

    private void value(PrivacyMark mark, @Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case CharSequence text ->
                json.writeString(mark == PrivacyMark.PERSONAL ? pseudonym(text) : text.toString());
            case IndexedRecord nested -> object(nested, json);
            case Collection<?> values -> array(mark, values, json);
            case Map<?, ?> entries -> map(entries, json);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Temporal instant -> json.writeString(instant.toString());
            case ByteBuffer bytes -> bytes(bytes, json);
            default -> json.writeString(value.toString());
        }
    }

    private String pseudonym(CharSequence text) {
        return pseudonyms.apply(text.toString());
    }

    private void array(PrivacyMark mark, Collection<?> values, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Object element : values) {
            value(mark, element, json);
        }
        json.writeEndArray();
    }

    private void map(Map<?, ?> entries, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            json.writeFieldName(entry.getKey().toString());
            value(PrivacyMark.NONE, entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void bytes(ByteBuffer bytes, JsonGenerator json) throws IOException {
        byte[] content = new byte[bytes.remaining()];
        bytes.duplicate().get(content);
        json.writeBinary(content);
    }

    private static List<MarkedField> marked(Schema schema) {
        return schema.getFields().stream()
                .map(field -> new MarkedField(field.pos(), field.name(), PrivacyMark.of(field)))
                .toList();
    }

    private record MarkedField(int position, String name, PrivacyMark mark) {}
}
