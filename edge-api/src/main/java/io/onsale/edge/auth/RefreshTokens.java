package io.onsale.edge.auth;

import io.onsale.schemas.privacy.ProcessKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Refresh tokens: authenticated names of one generation of a session, so that nothing about them needs to be kept. */
public final class RefreshTokens {
    private static final String SEPARATOR = "|";

    private final SignedTexts texts;
    private final Clock clock;

    /** What a refresh token names. */
    public record Claim(String accountId, String sessionId, int generation, Instant expiresAt) {}

    public RefreshTokens(ProcessKey key, Clock clock) {
        this.texts = new SignedTexts(key, "refresh-token");
        this.clock = clock;
    }

    /** The token of this generation; always the same one. */
    public String mint(Claim claim) {
        return texts.sign(String.join(
                SEPARATOR,
                claim.accountId(),
                claim.sessionId(),
                Integer.toString(claim.generation()),
                Long.toString(claim.expiresAt().toEpochMilli())));
    }

    /** What the token names; nothing where it was not made here, or is too old. */
    public Optional<Claim> verify(String token) {
        return texts.verify(token).flatMap(RefreshTokens::read).filter(this::isStillGood);
    }

    private static Optional<Claim> read(String text) {
        String[] parts = text.split("\\|", -1);
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
}
