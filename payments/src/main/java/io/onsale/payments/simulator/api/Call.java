package io.onsale.payments.simulator.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param path below the version, such as {@code payments, p1, capture}
 */
public record Call(
        String method, List<String> path, Map<String, String> query, Optional<String> idempotencyKey, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int MAX_TEXT = 256;

    /** Whether this is the request that a route is for; a star stands for any one part of its path. */
    public boolean is(String verb, String... parts) {
        if (!method.equals(verb) || path.size() != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].equals("*") && !parts[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The body as a JSON object. */
    public ObjectNode object() {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Wrong.because(400, "malformed_json", String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            throw Wrong.because(400, "malformed_json", String.valueOf(e.getMessage()));
        }
        throw Wrong.because(400, "malformed_json", "the body has to be a JSON object");
    }

    /** A text of the body that has to be there. */
    public static String text(ObjectNode body, String name) {
        return optionalText(body, name).orElseThrow(() -> Wrong.because(422, "missing_field", name + " is missing"));
    }

    public static Optional<String> optionalText(ObjectNode body, String name) {
        JsonNode text = body.path(name);
        if (text.isMissingNode() || text.isNull()) {
            return Optional.empty();
        }
        if (!text.isTextual() || text.textValue().isBlank() || text.textValue().length() > MAX_TEXT) {
            throw Wrong.because(422, "invalid_field", name + " has to be a text of up to " + MAX_TEXT + " characters");
        }
        return Optional.of(text.textValue());
    }

    /** A whole number of the body, from one up. */
    public static long positive(ObjectNode body, String name) {
        JsonNode number = body.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 1) {
            throw Wrong.because(422, "invalid_field", name + " has to be a whole number from 1 up");
        }
        return number.longValue();
    }

    /** What tells the request from any other; two with one idempotency key have to have it in common. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((method + " " + String.join("/", path) + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
