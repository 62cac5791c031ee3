package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.standalone.audit.answers.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * A request that changes something, and what its journal line says.
 *
 * @param route method and path with its variables
 * @param fan the account that asks; empty for nobody
 * @param eventId the show it is about; empty for none
 * @param key its idempotency key; empty for none
 * @param told what to keep of an accepted answer
 */
record Write(Call call, String route, String fan, String eventId, String key, Function<JsonNode, JsonNode> told) {

    Answer answered(EdgeAnswer answer) {
        JsonNode kept = answer.accepted() ? told.apply(answer.body()) : Told.refusal(answer);
        return new Answer(Instant.now().toString(), fan, route, eventId, key, digest(), answer.status(), kept);
    }

    private String digest() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(call.body().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
