package io.onsale.schemas.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a webhook comes from the gateway, was not altered, and was sent just now.
 *
 * <p>The header reads {@code t=<unix seconds>,v1=<hex of HMAC-SHA256(secret, t + "." + body)>}, where the body is what was sent, byte for byte.
 */
public final class WebhookSignature {

    /** The header that carries it. */
    public static final String HEADER = "Onsale-Signature";

    /** How far the sender's clock and the way here may be off, either way. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final Hmac hmac;

    /** Signatures under a secret that sender and receiver share. */
    public WebhookSignature(String secret) {
        this.hmac = new Hmac(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** The header for a body that is sent now. */
    public String sign(byte[] body, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(code(Long.toString(seconds), body));
    }

    /** Whether a body came with this header from whoever has the secret, at most {@link #TOLERANCE} away from now. */
    public boolean verify(@Nullable String header, byte[] body, Instant now) {
        if (header == null) {
            return false;
        }
        Matcher parts = FORM.matcher(header);
        if (!parts.matches()) {
            return false;
        }
        byte[] claimed = HexFormat.of().parseHex(parts.group(2));
        // The same work whatever is wrong, in time that does not depend on how much of the code is right.
        boolean genuine = MessageDigest.isEqual(claimed, code(parts.group(1), body));
        return genuine && isRecent(Long.parseLong(parts.group(1)), now);
    }

    private static boolean isRecent(long seconds, Instant now) {
        return Math.abs(now.getEpochSecond() - seconds) <= TOLERANCE.toSeconds();
    }

    private byte[] code(String seconds, byte[] body) {
        byte[] prefix = (seconds + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(prefix, prefix.length + body.length);
        System.arraycopy(body, 0, signed, prefix.length, body.length);
        return hmac.of(signed);
    }
}
