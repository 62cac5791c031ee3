package io.onsale.edge.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The OpenAPI document, put together from its areas. */
final class OpenApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> AREAS = List.of(
            "base",
            "problems",
            "accounts",
            "access",
            "profile",
            "events",
            "changes",
            "seats",
            "queue",
            "reservations",
            "payments",
            "orders",
            "showcase",
            "analytics",
            "operations",
            "pages");

    private OpenApi() {}

    /** The whole document. */
    static ObjectNode document() {
        ObjectNode whole = MAPPER.createObjectNode();
        for (String area : AREAS) {
            merge(whole, part("/openapi/" + area + ".json"), area);
        }
        return whole;
    }

    /** The whole document as it is served, in the order in which it is written. */
    static byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(document());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private static ObjectNode part(String resource) {
        try {
            return (ObjectNode) MAPPER.readTree(Asset.read(resource));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + resource + " is not JSON", e);
        }
    }

    private static void merge(ObjectNode whole, ObjectNode part, String where) {
        for (Map.Entry<String, JsonNode> member : part.properties()) {
            JsonNode there = whole.get(member.getKey());
            if (there == null) {
                whole.set(member.getKey(), member.getValue());
            } else if (there instanceof ObjectNode object && member.getValue() instanceof ObjectNode more) {
                merge(object, more, where + "/" + member.getKey());
            } else {
                throw new IllegalStateException(
                        "The OpenAPI document says " + where + "/" + member.getKey() + " twice");
            }
        }
    }
}
