package io.onsale.standalone.registry.state;

import java.util.List;

/** What an id stands for: a schema's text and what it refers to. */
public record Content(String schema, List<Reference> references) {
    public Content {
        references = List.copyOf(references);
    }
}
