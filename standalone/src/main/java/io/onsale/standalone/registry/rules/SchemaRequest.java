package io.onsale.standalone.registry.rules;

import io.onsale.standalone.registry.state.Reference;
import java.util.List;

/**
 * A schema as a client sends it.
 *
 * @param type AVRO, or something that is refused
 * @param id the id it must get, or -1; only where a registry is being copied
 * @param version the version it must get, or -1
 */
public record SchemaRequest(
        String schema, String type, List<Reference> references, int id, int version, boolean normalize) {
    public SchemaRequest {
        references = List.copyOf(references);
    }
}
