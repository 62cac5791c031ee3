package io.onsale.standalone.registry.rules;

import io.onsale.standalone.registry.state.Content;
import io.onsale.standalone.registry.state.Reference;
import io.onsale.standalone.registry.state.RegistryState;
import io.onsale.standalone.registry.state.SchemaVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Turns texts into schemas, with what they refer to taken from the registry. */
final class SchemaReader {
    private final RegistryState state;
    private final Schema.Parser parser = new Schema.Parser();
    private final Set<Reference> visited = new HashSet<>();

    private SchemaReader(RegistryState state) {
        this.state = state;
    }

    /** What is registered for a request: the text in one form, however it was laid out, and exact references. */
    static Content content(RegistryState state, SchemaRequest request) {
        if (!request.type().equals("AVRO")) {
            throw RegistryError.invalidSchema("Invalid schema type " + request.type(), null);
        }
        if (request.schema().isBlank()) {
            throw RegistryError.invalidSchema("Empty schema", null);
        }
        SchemaReader reader = new SchemaReader(state);
        List<Reference> references = request.references().stream()
                .map(reference -> reader.pinned(reference))
                .toList();
        references.forEach(reader::readReference);
        String text = request.normalize() ? NormalForm.of(request.schema()) : request.schema();
        Schema schema = reader.parse(text);
        // Printed by Avro, a schema would carry along what it refers to.
        return new Content(references.isEmpty() ? schema.toString() : NormalForm.compact(text), references);
    }

    /** The schema of something registered. */
    static Schema schema(RegistryState state, Content content) {
        SchemaReader reader = new SchemaReader(state);
        content.references().forEach(reader::readReference);
        return reader.parse(content.schema());
    }

    private Reference pinned(Reference reference) {
        List<SchemaVersion> live = state.liveVersions(reference.subject());
        if (reference.version() == -1 && !live.isEmpty()) {
            return new Reference(
                    reference.name(), reference.subject(), live.getLast().version());
        }
        if (live.stream().noneMatch(version -> version.version() == reference.version())) {
            throw RegistryError.invalidSchema(
                    "No schema reference found for subject \"" + reference.subject() + "\" and version "
                            + reference.version(),
                    null);
        }
        return reference;
    }

    private void readReference(Reference reference) {
        if (!visited.add(reference)) {
            return;
        }
        SchemaVersion referred = state.versions(reference.subject()).stream()
                .filter(version -> version.version() == reference.version())
                .findFirst()
                .orElseThrow(() -> RegistryError.invalidSchema("a schema it refers to is gone", null));
        referred.content().references().forEach(this::readReference);
        parse(referred.content().schema());
    }

    private Schema parse(String text) {
        try {
            return parser.parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryError.invalidSchema(e.getMessage(), e);
        }
    }
}
