package io.onsale.schemas.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Seals what one process hands to another over the log and nobody else may read: the edge seals, the payments process opens.
 *
 * <p>Each kind has a key of its own, and each secret is bound to what it is about, so that one order's can't be put in another's place.
 */
public final class SecretSeals {

    private final Seal tokens;
    private final Seal challenges;

    public SecretSeals(ProcessKey key) {
        this.tokens = new Seal(key.derive("payment-token"));
        this.challenges = new Seal(key.derive("payment-challenge"));
    }

    /** Seals what the gateway knows a means of payment by. */
    public ByteBuffer sealToken(String orderId, String token) {
        return seal(tokens, orderId, token);
    }

    /** Opens what {@link #sealToken} sealed for the same order, or throws {@link BrokenSealException}. */
    public String openToken(String orderId, ByteBuffer sealed) {
        return open(tokens, orderId, sealed);
    }

    /** Seals a code on its way to a card's bank. */
    public ByteBuffer sealChallenge(String orderId, String code) {
        return seal(challenges, orderId, code);
    }

    /** Opens what {@link #sealChallenge} sealed for the same order, or throws {@link BrokenSealException}. */
    public String openChallenge(String orderId, ByteBuffer sealed) {
        return open(challenges, orderId, sealed);
    }

    private static ByteBuffer seal(Seal seal, String context, String plain) {
        return ByteBuffer.wrap(seal.seal(plain.getBytes(StandardCharsets.UTF_8), context));
    }

    private static String open(Seal seal, String context, ByteBuffer sealed) {
        byte[] bytes = new byte[sealed.remaining()];
        sealed.duplicate().get(bytes);
        return new String(seal.open(bytes, context), StandardCharsets.UTF_8);
    }
}
