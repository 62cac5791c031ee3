package io.onsale.edge.auth;

import io.onsale.edge.auth.TokenVerifier.Verified;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Access tokens as they come in: verified once, then known by their digest for as long as they are good. */
public final class AccessTokens {

    private static final int REMEMBERED = 100_000;
    private static final int MAX_LENGTH = 4096;

    private final TokenVerifier verifier;
    private final Recent<Digest, Verified> known = new Recent<>(REMEMBERED);
    private final Clock clock;

    /** The SHA-256 of a token, so that no token stays in memory. */
    private record Digest(long first, long second, long third, long fourth) {}

    /**
     * Trusts these issuers.
     *
     * @param home the issuer that may vouch for any role; the others vouch for fans
     * @param publicJwks each issuer's public EC P-256 key, or a set of them, as JSON
     */
    public AccessTokens(String home, Map<String, String> publicJwks, Clock clock) {
        this.verifier = new TokenVerifier(home, publicJwks, clock);
        this.clock = clock;
    }

    /** Who the token is about; nothing where it is not true, or not any more. */
    public Optional<Caller> verify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Digest digest = digest(token);
        Optional<Verified> remembered = known.find(digest).filter(it -> it.isGoodAt(clock.instant()));
        if (remembered.isPresent()) {
            return remembered.map(Verified::caller);
        }
        Optional<Verified> verified = verifier.verify(token);
        verified.ifPresent(it -> known.put(digest, it));
        return verified.map(Verified::caller);
    }

    private static Digest digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            LongBuffer words = ByteBuffer.wrap(hash).asLongBuffer();
            return new Digest(words.get(0), words.get(1), words.get(2), words.get(3));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
