package io.onsale.standalone.crowd;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request, the same however often it is sent.
 *
 * @param body JSON, or empty for none
 */
record Call(String method, String path, String body, Map<String, String> headers) {

    static Call get(String path) {
        return new Call("GET", path, "", Map.of());
    }

    static Call post(String path, String body) {
        return new Call("POST", path, body, Map.of("Content-Type", "application/json"));
    }

    static Call delete(String path) {
        return new Call("DELETE", path, "", Map.of());
    }

    Call as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Call keyed(String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey);
    }

    /** With what the waiting room handed out; empty where there is none. */
    Call admittedBy(String admissionToken) {
        return admissionToken.isEmpty() ? this : with("X-Admission-Token", admissionToken);
    }

    /** A read that must see what was answered with that version; an empty version asks for nothing. */
    Call since(String version) {
        return version.isEmpty() ? this : with(EdgeClient.VERSION, version);
    }

    private Call with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, body, more);
    }
}
