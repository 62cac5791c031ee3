package io.onsale.schemas.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** The secret that all processes of a deployment share, from which a key is derived for each purpose. */
public final class ProcessKey {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private ProcessKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a key as {@link #toBase64()} writes it. */
    public static ProcessKey fromBase64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            // The cause would quote characters of the key.
            throw new IllegalArgumentException("A process key is base64 of 32 bytes; this is not base64");
        }
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A process key is base64 of 32 bytes; this has " + bytes.length);
        }
        return new ProcessKey(bytes);
    }

    /** A new random key. */
    public static ProcessKey generate() {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new ProcessKey(bytes);
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The key for one purpose, 32 bytes by HKDF-SHA256 (RFC 5869) without salt, the purpose being its info. */
    public byte[] derive(String purpose) {
        byte[] extracted = new Hmac(new byte[LENGTH]).of(bytes);
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return new Hmac(extracted).of(block);
    }

    /** Shows nothing, so that a key never reaches a log. */
    @Override
    public String toString() {
        return "ProcessKey[hidden]";
    }
}
