package io.onsale.edge.auth;

import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Refresh tokens: authenticated names of one generation of a session, so that nothing about them needs to be kept. */
public final class RefreshTokens {

    private static final int MAX_LENGTH = 1024;
    private static final String SEPARATOR = "|";

    private final Hmac hmac;
    private final Clock clock;

    /** What a refresh token names. */
    public record Claim(String accountId, String sessionId, int generation, Instant expiresAt) {}

    public RefreshTokens(ProcessKey key, Clock clock) {
        this.hmac = new Hmac(key.derive("refresh-token"));
        this.clock = clock;
    }

    /** The token of this generation; always the same one. */
    public String mint(Claim claim) {
        String text = String.join(
                SEPARATOR,
                claim.accountId(),
                claim.sessionId(),
                Integer.toString(claim.generation()),
                Long.toString(claim.expiresAt().toEpochMilli()));
        String payload = encode(text.getBytes(StandardCharsets.UTF_8));
        return payload + "." + code(payload);
    }

    /** What the token names; nothing where it was not made here, or is too old. */
    public Optional<Claim> verify(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String payload = token.substring(0, dot);
        // The text itself is compared: base64 can spell the same bytes in several ways.
        if (!isEqual(token.substring(dot + 1), code(payload))) {
            return Optional.empty();
        }
        return read(Base64.getUrlDecoder().decode(payload)).filter(this::isStillGood);
    }

    private String code(String payload) {
        return encode(hmac.of(payload));
    }

    /** Compares in a time that tells nothing about the right code. */
    private static boolean isEqual(String code, String expected) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Claim> read(byte[] payload) {
        String[] parts = new String(payload, StandardCharsets.UTF_8).split("\\|", -1);
        return parts.length != 4
                ? Optional.empty()
                : Optional.of(new Claim(
                        parts[0],
                        parts[1],
                        Integer.parseInt(parts[2]),
                        Instant.ofEpochMilli(Long.parseLong(parts[3]))));
    }

    private boolean isStillGood(Claim claim) {
        return claim.expiresAt().isAfter(clock.instant());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
