package io.onsale.standalone.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.standalone.registry.rules.SchemaRequest;
import io.onsale.standalone.registry.state.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request as the routes see it.
 *
 * @param variables the parts of the path that a route leaves open
 * @param query the parameters; the last one counts where one is repeated
 * @param body the body, missing where there is none
 */
record Request(List<String> variables, Map<String, String> query, JsonNode body) {
    String variable(int index) {
        return variables.get(index);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    String text(String name) {
        return query.getOrDefault(name, "");
    }

    /** A number in the query, or the fallback where there is none that makes sense. */
    int number(String name, int fallback) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    SchemaRequest schema() {
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : body.path("references")) {
            references.add(new Reference(
                    reference.path("name").asText(),
                    reference.path("subject").asText(),
                    reference.path("version").asInt()));
        }
        return new SchemaRequest(
                body.path("schema").asText(""),
                body.path("schemaType").asText("AVRO"),
                references,
                body.path("id").asInt(-1),
                body.path("version").asInt(-1),
                flag("normalize"));
    }
}
