package io.onsale.edge.auth;

import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Texts that travel with a client and come back as they were: {@code base64url(text).base64url(code)}. Anybody can read them, only an edge can make them. */
public final class SignedTexts {
    private static final int MAX_LENGTH = 1024;

    private final Hmac hmac;

    /**
     * Signs with a key of its own.
     *
     * @param purpose what the texts are for; none is taken for another purpose
     */
    public SignedTexts(ProcessKey key, String purpose) {
        this.hmac = new Hmac(key.derive(purpose));
    }

    /** The text, signed; always the same way. */
    public String sign(String text) {
        String payload = encode(text.getBytes(StandardCharsets.UTF_8));
        return payload + "." + code(payload);
    }

    /** The text that was signed; nothing where it was not signed here, for this purpose. */
    public Optional<String> verify(String signed) {
        int dot = signed.indexOf('.');
        if (dot < 0 || signed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String payload = signed.substring(0, dot);
        // The code itself is compared as text: base64 can spell the same bytes in several ways.
        if (!isEqual(signed.substring(dot + 1), code(payload))) {
            return Optional.empty();
        }
        return Optional.of(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private String code(String payload) {
        return encode(hmac.of(payload));
    }

    /** Compares in a time that tells nothing about the right code. */
    private static boolean isEqual(String code, String expected) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
