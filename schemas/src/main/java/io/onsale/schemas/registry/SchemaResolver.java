package io.onsale.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Builds a schema out of a registry's answer, what it refers to first. */
final class SchemaResolver {
    private final RegistryTransport transport;
    private final Schema.Parser parser = new Schema.Parser();
    private final Set<String> visited = new HashSet<>();

    SchemaResolver(RegistryTransport transport) {
        this.transport = transport;
    }

    Schema resolve(String what, JsonNode answer) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchemaException(what + " is of type " + type + ", not Avro", null);
        }
        for (JsonNode reference : answer.path("references")) {
            resolveReference(what, reference);
        }
        try {
            return parser.parse(answer.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new UnknownSchemaException(what + " is not a schema that Avro understands: " + e.getMessage(), e);
        }
    }

    private void resolveReference(String what, JsonNode reference) {
        String subject = reference.path("subject").asText();
        int version = reference.path("version").asInt();
        // A deleted version may still be referred to by old records.
        String path = "/subjects/" + SchemaRegistryClient.encode(subject) + "/versions/" + version + "?deleted=true";
        if (!visited.add(path)) {
            return;
        }
        JsonNode referred;
        try {
            referred = transport.get(path);
        } catch (RegistryRefusedException e) {
            throw new UnknownSchemaException(
                    what + " refers to version " + version + " of " + subject + ", which the registry does not have",
                    e);
        }
        resolve("version " + version + " of " + subject, referred);
    }
}
