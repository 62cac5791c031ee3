package io.onsale.standalone.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What an edge answered. */
record Reply(int status, String version, String text, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply of(HttpResponse<String> response) {
        String version = response.headers().firstValue("X-Onsale-Version").orElse("");
        return new Reply(response.statusCode(), version, response.body(), json(response.body()));
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    String text(String field) {
        return body.path(field).asText();
    }

    /** Status and, of a refusal, its code; for comparing many at once. */
    String summary() {
        return body.has("code") ? status + " " + text("code") : Integer.toString(status);
    }
}
