package io.onsale.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Calls a registry as any program would, and shows what came back. */
final class RegistryCalls implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    RegistryCalls(String url) {
        this.url = url;
    }

    /** Status and body in one line, such as {@code 200 {"id":1}}. */
    String get(String path) {
        return call("GET", path, null);
    }

    String delete(String path) {
        return call("DELETE", path, null);
    }

    String put(String path, String body) {
        return call("PUT", path, body);
    }

    String post(String path, String body) {
        return call("POST", path, body);
    }

    String register(String subject, String schema) {
        return post("/subjects/" + subject + "/versions", body(schema));
    }

    int id(String subject, String schema) {
        return json(register(subject, schema)).path("id").asInt(-1);
    }

    /** The error code of an answer, 0 where it is none. */
    static int code(String answer) {
        return json(answer).path("error_code").asInt();
    }

    static JsonNode json(String answer) {
        try {
            return JSON.readTree(answer.substring(answer.indexOf(' ')));
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + answer, e);
        }
    }

    /** A request body with a schema written with single quotes. */
    static String body(String schema) {
        return JSON.createObjectNode().put("schema", schema.replace('\'', '"')).toString();
    }

    static String bodyReferringTo(String schema, String name, String subject, int version) {
        ObjectNode body = JSON.createObjectNode().put("schema", schema.replace('\'', '"'));
        body.putArray("references")
                .addObject()
                .put("name", name)
                .put("subject", subject)
                .put("version", version);
        return body.toString();
    }

    private String call(String method, String path, @Nullable String body) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, publisher)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            throw new AssertionError(method + ' ' + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
