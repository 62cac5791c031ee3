package io.onsale.standalone.draw;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.onsale.standalone.ToldToUser;
import io.onsale.waiting.Statement;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether the signed form of a receipt says the same as the receipt, and was signed with a published key. */
final class ReceiptToken {

    /** What both have; neither has terms in a receipt of before they were promised. */
    private static final List<String> CLAIMS =
            List.of("event_id", "pseudonym", "sequence", "joined_at", "commitment", "terms");

    private ReceiptToken() {}

    /** @throws ToldToUser if the keys are missing or broken */
    static Statement check(ReceiptFile receipt, Optional<Path> keys) {
        if (receipt.token().isEmpty()) {
            return Statement.open("receipt's token: there is none, so anybody could have written the receipt");
        }
        try {
            JWSObject token = JWSObject.parse(receipt.token().get());
            Optional<String> difference = difference(receipt.promised(), claims(token.getPayload()));
            if (difference.isPresent()) {
                return Statement.wrong("receipt's token: it was signed for another receipt: " + difference.get());
            }
            return keys.map(file -> signature(token, file))
                    .orElse(
                            Statement.open(
                                    "receipt's token: it says the same; --keys with what /.well-known/jwks.json answers checks who signed it"));
        } catch (ParseException e) {
            return Statement.wrong("receipt's token: it is no JWS: " + e.getMessage());
        }
    }

    private static JsonObject claims(Payload payload) {
        boolean isObject = payload.toJSONObject() != null;
        return JsonObject.parse("the receipt's token", isObject ? payload.toString() : "{}");
    }

    private static Optional<String> difference(JsonObject promised, JsonObject signed) {
        return CLAIMS.stream()
                .filter(claim ->
                        !promised.node().path(claim).equals(signed.node().path(claim)))
                .map(claim -> "%s is %s there, %s in the receipt"
                        .formatted(claim, signed.shown(claim), promised.shown(claim)))
                .findFirst();
    }

    private static Statement signature(JWSObject token, Path file) {
        String id = Objects.requireNonNullElse(token.getHeader().getKeyID(), "without an id");
        JWK key = keys(file).getKeyByKeyId(id);
        if (!(key instanceof ECKey published)) {
            return Statement.wrong("receipt's token: its key, %s, is not among those in %s".formatted(id, file));
        }
        try {
            boolean genuine = JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
                    && token.verify(new ECDSAVerifier(published.toPublicJWK()));
            return genuine
                    ? Statement.right("receipt's token: signed with the published key " + id)
                    : Statement.wrong("receipt's token: the published key %s did not sign it".formatted(id));
        } catch (JOSEException e) {
            return Statement.wrong(
                    "receipt's token: the published key %s cannot have signed it: %s".formatted(id, e.getMessage()));
        }
    }

    private static JWKSet keys(Path file) {
        try {
            return JWKSet.parse(ReceiptFile.text(file, "/.well-known/jwks.json answers it"));
        } catch (ParseException e) {
            throw new ToldToUser(
                    "%s has no keys: %s; /.well-known/jwks.json answers them".formatted(file, e.getMessage()), e);
        }
    }
}
